using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>A stretch of time that counts, in local time.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
public sealed record SpanAnswer(string From, string To);

/// <summary>One day of evidence in the fixed form of the command line and the API.</summary>
public sealed record EvidenceAnswer
{
    /// <summary>The date.</summary>
    public required string Date { get; init; }

    /// <summary>Day of the week, 1 Monday to 7 Sunday.</summary>
    public required int Weekday { get; init; }

    /// <summary><c>working</c>, <c>rest</c>, <c>holiday</c>, <c>make-up</c>, <c>closed</c>, <c>opened</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>start</c>, <c>counted</c>, <c>not-counted</c>, <c>paused</c>, <c>moved</c>.</summary>
    public required string Use { get; init; }

    /// <summary>Number of a whole day that counts; null otherwise.</summary>
    public int? Number { get; init; }

    /// <summary>Id of the notice or closure that makes the day what it is; null when the week does.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the holiday or closure.</summary>
    public Localized? Name { get; init; }

    /// <summary>Whether the kind of the day is an estimate.</summary>
    public bool Provisional { get; init; }

    /// <summary>The type of the pause that touches the day.</summary>
    public string? Pause { get; init; }

    /// <summary>The article on which that pause rests.</summary>
    public string? Law { get; init; }

    /// <summary>For rolling units, the stretches of the day that count.</summary>
    public ImmutableArray<SpanAnswer>? Spans { get; init; }

    /// <summary>For rolling units, the time counted up to the end of the day, as hours:minutes:seconds.</summary>
    public string? Total { get; init; }

    /// <summary>Writes one day of evidence.</summary>
    /// <param name="day">The day.</param>
    /// <param name="zone">The zone of local times.</param>
    public static EvidenceAnswer Of(DayEvidence day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(day);
        var rolls = day.Total > Duration.Zero || !day.Spans.IsEmpty;
        return new EvidenceAnswer
        {
            Date = LocalTexts.Write(day.Day.Date),
            Weekday = (int)day.Day.Date.DayOfWeek,
            Kind = KindName(day.Day.Kind),
            Use = day.Use == DayUse.NotCounted ? "not-counted" : Lower(day.Use.ToString()),
            Number = day.Number > 0 ? day.Number : null,
            Source = day.Day.Source,
            Name = day.Day.Name,
            Provisional = day.Day.Provisional,
            Pause = day.Pause?.Type,
            Law = day.Pause?.Law,
            Spans = rolls ? [.. day.Spans.Select(Written)] : null,
            Total = rolls ? day.Total.ToString("H:mm:ss", CultureInfo.InvariantCulture) : null,
        };

        SpanAnswer Written(CountedSpan span) =>
            new(LocalTexts.Write(span.From, zone), LocalTexts.Write(span.To, zone));
    }

    internal static string KindName(DayKind kind) => kind == DayKind.MakeUp ? "make-up" : Lower(kind.ToString());

    private static string Lower(string name) => name.ToLowerInvariant();
}
