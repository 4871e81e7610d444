using System.Collections.Immutable;
using Heluo.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Heluo.Terminal.Speaking;

/// <summary>Who looks at a page, in which language and version, and where they are: all that every piece of a page
/// may know.</summary>
public sealed record Visit
{
    /// <summary>The words of the chosen language.</summary>
    public required Words Words { get; init; }

    /// <summary>The languages both the terminal and the city speak.</summary>
    public ImmutableArray<string> Languages { get; init; } = Words.Languages;

    /// <summary>Whether the elder version was chosen: larger text and targets, fewer things.</summary>
    public bool Elder { get; init; }

    /// <summary>The local part of the address with its query, without the choices of language and version.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The city's name in the chosen language.</summary>
    public string City { get; init; } = "";

    /// <summary>What the signed-in person is called on the page; null when nobody is signed in.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the signed-in person works for the city and may enter the desk.</summary>
    public bool Officer { get; init; }

    /// <summary>Whether the signed-in person works for the city at all, as an officer or an administrator.</summary>
    public bool Staff { get; init; }

    /// <summary>Whether the signed-in person is an audit administrator.</summary>
    public bool Auditor { get; init; }

    /// <summary>Whether the city is the demo city, whose data are invented and whose clock can be moved.</summary>
    public bool Demo { get; init; }

    /// <summary>Now, by the clock of the house, in the zone of the city.</summary>
    public LocalDateTime Now { get; init; }

    /// <summary>The zone of the city.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>An instant on the clocks of the city.</summary>
    public LocalDateTime Local(Instant at) => at.InZone(Zone).LocalDateTime;

    /// <summary>A text of the city in the chosen language.</summary>
    public string Say(Localized text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Words.Language);
    }

    /// <summary>The language tag of the page: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Tag => Words.Language == "zh" ? "zh-CN" : Words.Language;

    /// <summary>Fills a handler's parameter.</summary>
    public static async ValueTask<Visit?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.RequestServices.GetRequiredService<Visits>().OfAsync(context);
    }

    /// <summary>The same address with one choice made, e.g. <c>lang=en</c>.</summary>
    public string With(string name, string value) =>
        $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";
}
