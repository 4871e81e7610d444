using System.Collections.Immutable;
using System.Text;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>The files of an archive that machines read.</summary>
internal static class ArchivePaths
{
    public const string Manifest = "manifest.json";
    public const string Signature = "manifest.sig";
    public const string Key = "key.pem";
    public const string Facts = "facts.json";
    public const string Document = "case.json";
    public const string Clocks = "clocks.json";
    public const string Personal = "personal.json";
    public const string Papers = "papers.json";
    public const string Documents = "documents.json";

    public static string Pack(string hash) => $"packs/{hash}.zip";
}

/// <summary><c>facts.json</c>: the stream of the case, oldest fact first.</summary>
internal sealed record ArchivedFacts(string Stream, ImmutableArray<ArchivedFact> Facts)
{
    public static ArchivedFacts Of(ImmutableArray<FactRow> rows) => new(rows[0].Stream, [.. rows.Select(row =>
        new ArchivedFact(
            row.Position, row.Version, row.Previous, row.Kind, row.Stamp.At, row.Actor, row.Command, row.Cause,
            new RawJson(Encoding.UTF8.GetString(row.Body.Span))))]);

    public ImmutableArray<FactRow> Rows() => [.. Facts.Select(fact => new FactRow(
        fact.Position, Stream, fact.Version, fact.Previous, fact.Kind, fact.At.ToUnixTimeMilliseconds(), fact.Actor,
        fact.Command, fact.Cause, Encoding.UTF8.GetBytes(fact.Body.Text)))];
}

/// <summary>One fact as the journal holds it.</summary>
internal sealed record ArchivedFact(
    long Position, int Version, long Previous, string Kind, Instant At, string Actor, string Command, string? Cause,
    RawJson Body);

/// <summary>One entry of <c>clocks.json</c>: a clock with its due date and the proof of it, day by day.</summary>
internal sealed record ArchivedClock(
    string Clock, Localized Name, Limit Limit, string? Basis, Instant StartedAt, Instant? StoppedAt, LocalDate Due,
    bool Provisional, bool Late, ImmutableArray<EvidenceAnswer> Days)
{
    /// <summary>The clocks of a case by a calendar, as they stood at a moment.</summary>
    public static ImmutableArray<ArchivedClock> Of(
        Case state, Procedure procedure, WorkCalendar calendar, Instant at) =>
    [
        .. state.Clocks.Select(clock =>
        {
            var (rule, due) = (procedure.Clocks[clock.Id], clock.Due(calendar, at));
            return new ArchivedClock(
                clock.Id, rule.Name, clock.Limit, rule.Basis, clock.StartedAt, clock.StoppedAt, due.Date,
                due.Provisional, due.Late,
                [.. clock.Explain(calendar, at).Select(day => EvidenceAnswer.Of(day, calendar.Zone))]);
        }),
    ];
}

/// <summary><c>personal.json</c>: who the parties are, and every sealed value of the case.</summary>
internal sealed record ArchivedPersonal(ImmutableArray<ArchivedParty> Parties, ImmutableArray<ArchivedValue> Values);

/// <summary>A party; the name is a mask where nothing was opened.</summary>
internal sealed record ArchivedParty(string Party, string Id, string Name);

/// <summary>A sealed value of one fact: with its salt it proves to be what the fact committed to.</summary>
/// <param name="Fact">Version of the fact.</param>
/// <param name="Purpose">What it is kept for.</param>
/// <param name="Commitment">The commitment in the fact.</param>
/// <param name="Salt">The salt; null: it was not opened, or it was erased.</param>
/// <param name="Value">The value, as it was sealed.</param>
internal sealed record ArchivedValue(int Fact, string Purpose, string Commitment, string? Salt, RawJson? Value)
{
    /// <summary>Every sealed value of a case, in the order of its facts and of purposes.</summary>
    public static IEnumerable<(int Fact, string Purpose, Sealed Value)> In(ImmutableArray<StoredFact> facts) =>
        facts.SelectMany(stored => (stored.Fact switch
        {
            CaseOpened opened => opened.Personal,
            ActPerformed act => act.Personal,
            _ => [],
        }).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (stored.Stamp.Version, one.Key, one.Value)));
}

/// <summary>One entry of <c>papers.json</c>.</summary>
/// <param name="Paper">Which of the case's papers, from 1.</param>
/// <param name="Rule">The rule it answers.</param>
/// <param name="Name">Its name; only ever shown.</param>
/// <param name="Trust">Trust level of the evidence.</param>
/// <param name="At">When it was given.</param>
/// <param name="By">Who gave or recorded it.</param>
/// <param name="File">Its file here; null: <paramref name="Why"/> says why not.</param>
/// <param name="Salt">The salt that proves the file.</param>
/// <param name="Why"><c>seen</c>: its owner kept it; <c>sealed</c>: not opened; <c>erased</c>.</param>
internal sealed record ArchivedPaper(
    int Paper, string Rule, string Name, string Trust, Instant At, string By, string? File, string? Salt, string? Why);

/// <summary>One entry of <c>documents.json</c>: an official document with its files by language.</summary>
internal sealed record ArchivedDocument(
    string Id, string Template, string Number, Instant At, int Version, string Code,
    ImmutableSortedDictionary<string, string> Files);
