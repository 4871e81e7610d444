using System.Globalization;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Services;

/// <summary>Writes numbers, days and limits in the words of a pack and one language; a pack without the phrase gets
/// plain
/// figures.</summary>
/// <param name="set">The pack.</param>
/// <param name="language">The language.</param>
internal sealed class DocumentWords(PackSet set, string language)
{
    public string Language => language;

    /// <summary>A phrase with its values put in; null when the pack has none of this id.</summary>
    public string? Say(string id, params (string Name, object Value)[] values)
    {
        if (set.Get(Phrase.Kind).Find(id) is not { } phrase)
        {
            return null;
        }

        return values.Aggregate(phrase.Text.In(language), (text, value) => text.Replace(
            $"{{{value.Name}}}", Convert.ToString(value.Value, CultureInfo.InvariantCulture),
                StringComparison.Ordinal));
    }

    /// <summary>A document's number as printed: prefix, year, number of the year.</summary>
    public string Number(string prefix, string issued)
    {
        var dash = issued.IndexOf('-', StringComparison.Ordinal);
        var (year, number) = dash > 0 ? (issued[..dash], issued[(dash + 1)..]) : ("", issued);
        return Say("document-number", ("prefix", prefix), ("year", year), ("number", number)) ?? $"{prefix} {issued}";
    }

    /// <summary>A day in words.</summary>
    public string Day(LocalDate day)
    {
        var months = Say("month-names")?.Split('|');
        return Say(
            "day",
            ("year", day.Year),
            ("month", day.Month),
            ("day", day.Day),
            ("month-name", months is { Length: 12 } ? months[day.Month - 1] : day.Month))
            ?? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
    }

    /// <summary>A limit in words.</summary>
    public string Limit(Limit limit) => limit.Amount == 0 && Say("limit-instant") is { } instant
        ? instant
        : Say($"limit-{limit.Unit.Name()}", ("amount", limit.Amount)) ?? limit.ToString();

    /// <summary>A cited article in words.</summary>
    public string Article(string cited)
    {
        var slash = cited.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && set.Get(Law.Kind).Find(cited[..slash]) is { } law
            ? Say("article", ("law", law.Name.In(language)), ("article", cited[(slash + 1)..]))
                ?? $"{law.Name.In(language)} {cited[(slash + 1)..]}"
            : cited;
    }

    /// <summary>Texts one after another.</summary>
    public string Join(IEnumerable<string> texts) => string.Join(Say("and") ?? ", ", texts);
}
