using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Heluo.Terminal.Speaking;

/// <summary>
/// Tells who looks at a page, in which language and version. A page speaks the first language of the city until another
/// is chosen; a choice made in the address is kept in a cookie.
/// </summary>
/// <param name="city">The city.</param>
/// <param name="naming">How whoever is signed in is called.</param>
/// <param name="options">What the house says of itself.</param>
/// <param name="clock">The clock of the house.</param>
internal sealed class Visits(City city, Naming naming, TerminalOptions options, TimeProvider clock)
{
    private const string Language = "lang";
    private const string Elder = "elder";
    private const int MostAccepted = 20;

    private readonly ImmutableArray<string> languages =
        [.. city.Languages.Where(language => Words.Languages.Contains(language)).DefaultIfEmpty(Words.Languages[0])];

    public async ValueTask<Visit> OfAsync(HttpContext context)
    {
        var actor = context.Features.Get<Caller>()?.Actor ?? Actor.Nobody;
        var language = Choice(context, Language, languages) ?? languages[0];
        return new Visit
        {
            Words = Words.In(language),
            Languages = languages,
            Elder = Choice(context, Elder, ["0", "1"]) == "1",
            Path = PathOf(context.Request),
            City = city.Name.In(language),
            Name = actor.Kind == ActorKind.Anonymous ? null : await NameAsync(actor),
            Officer = actor.Kind == ActorKind.Officer,
            Staff = actor.Kind is ActorKind.Officer or ActorKind.Administrator,
            Auditor = actor.Duties.Any(duty => AdministratorKinds.Of(duty.Role) == AdministratorKind.Audit),
            Demo = options.Demo,
            Now = clock.Now().InZone(options.Zone).LocalDateTime,
            Zone = options.Zone,
        };
    }

    private async ValueTask<string> NameAsync(Actor actor) => await naming.OfAsync(actor.Subject) ?? actor.Id;

    private static string? Choice(HttpContext context, string name, ImmutableArray<string> known)
    {
        var asked = context.Request.Query[name].ToString();
        if (known.Contains(asked))
        {
            context.Response.Cookies.Append($"heluo-{name}", asked, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
            return asked;
        }

        var kept = context.Request.Cookies[$"heluo-{name}"];
        return kept is not null && known.Contains(kept) ? kept : null;
    }

    /// <summary>For what programs are answered: the language of the city that the request likes best (RFC 9110
    /// §12.5.4); the city's own when it names none that is spoken here.</summary>
    public string LanguageFor(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Take(MostAccepted)
        .Where(range => range.Quality is not 0)
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(range => languages.FirstOrDefault(language => Covers(range.Value, language)))
        .FirstOrDefault(language => language is not null) ?? languages[0];

    private static bool Covers(StringSegment range, string language) =>
        range.Equals("*", StringComparison.Ordinal)
        || range.Equals(language, StringComparison.OrdinalIgnoreCase)
        || range.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase);

    // The address without the choices, so that a choice made anew replaces the old one. A post is answered at its own
    // address, where there is nothing to get: the choices then lead home.
    private static string PathOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            return "/";
        }

        var rest = request.Query.Where(pair => pair.Key is not (Language or Elder))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return request.PathBase + request.Path + QueryString.Create(rest).ToUriComponent();
    }
}
