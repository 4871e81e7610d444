using System.Collections.Immutable;
using System.Globalization;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>What an archive is written from.</summary>
internal sealed record ArchiveGround(
    Case State, CaseRules Rules, ImmutableArray<StoredFact> Facts, Instant At, string By, string Purpose, bool Opened)
{
    public required ImmutableArray<ArchivedClock> Clocks { get; init; }

    public required ArchivedPersonal Personal { get; init; }

    public required ImmutableArray<ArchivedPaper> Papers { get; init; }

    public ImmutableArray<ArchivedDocument> Documents { get; init; } = [];
}

/// <summary>What is personal in a case.</summary>
/// <param name="Party">Name of the party that documents are addressed to, or its mask.</param>
/// <param name="Personal">The parties and the sealed values.</param>
/// <param name="Papers">The papers.</param>
/// <param name="Contents">The contents of papers that may be opened, by path in the archive.</param>
internal sealed record GatheredCase(
    string Party, ArchivedPersonal Personal, ImmutableArray<ArchivedPaper> Papers,
    ImmutableArray<(string Path, BlobRef Blob)> Contents);

/// <summary>Gathers what is personal in a case for its archive: opened through the access log, or left
/// sealed.</summary>
/// <param name="store">Where papers are.</param>
/// <param name="people">Finds parties.</param>
/// <param name="data">Writes down who looks, and opens.</param>
public sealed class ArchiveGathering(Store store, People people, PersonalData data)
{
    private const int AtOnce = 100;

    internal async Task<Outcome<GatheredCase>> RunAsync(
        Case state, ImmutableArray<StoredFact> facts, CaseRules rules, ExportCase request, Actor actor,
        CancellationToken ct)
    {
        var parties = new List<(string Party, string Id, string? Known, Sealed? Name)>();
        foreach (var (party, id) in state.Parties.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            parties.Add(await PartyAsync(party, id));
        }

        var values = ArchivedValue.In(facts).ToArray();
        PersonalField[] fields =
        [
            .. parties.Where(one => one.Name is not null).Select(one =>
                new PersonalField($"{one.Party}.name", one.Name!)),
            .. values.Select(one => new PersonalField($"answers.{one.Purpose}", one.Value)),
            .. state.Papers.Where(one => one.IsKept).Select(one => new PersonalField(
                string.Create(CultureInfo.InvariantCulture, $"papers.{state.Papers.IndexOf(one)}"), one.Blob!.Key)),
        ];
        var opened = new Dictionary<Sealed, ProvenValue?>();
        foreach (var some in request.Open ? fields.Chunk(AtOnce) : [])
        {
            var proven = await data.ProveAsync(actor, request.Purpose, state.Number, some, ct);
            if (!proven.TryGet(out var given, out var refusal))
            {
                return refusal;
            }

            foreach (var (field, value) in some.Zip(given))
            {
                opened[field.Value] = value;
            }
        }

        return Lay(state, rules, parties, values, opened);
    }

    private Outcome<GatheredCase> Lay(
        Case state,
        CaseRules rules,
        List<(string Party, string Id, string? Known, Sealed? Name)> parties,
        (int Fact, string Purpose, Sealed Value)[] values,
        Dictionary<Sealed, ProvenValue?> opened)
    {
        ImmutableArray<ArchivedParty> named = [.. parties.Select(one => new ArchivedParty(
            one.Party, one.Id, one.Known ?? Opened(one.Name) ?? data.Masked(MaskKind.Name, one.Name)))];
        ImmutableArray<ArchivedPaper> papers = [.. state.Papers.Select((paper, place) => Paper(paper, place, opened))];
        return new GatheredCase(
            named.FirstOrDefault(one => one.Id == DocumentPress.Addressee(state, rules))?.Name ?? "",
            new ArchivedPersonal(named, [.. values.Select(one =>
            {
                var value = opened.GetValueOrDefault(one.Value);
                return new ArchivedValue(
                    one.Fact, one.Purpose, one.Value.Commitment!, value?.Salt,
                    value is null ? null : new RawJson(value.Value.GetRawText()));
            })]),
            papers,
            [.. papers.Where(one => one.File is not null)
                .Select(one => (one.File!, state.Papers[one.Paper - 1].Blob!))]);

        string? Opened(Sealed? name) => name is not null ? opened.GetValueOrDefault(name)?.Value.GetString() : null;
    }

    private ArchivedPaper Paper(Paper paper, int place, Dictionary<Sealed, ProvenValue?> opened)
    {
        var why = paper.Blob is not { } blob ? "seen"
            : !opened.TryGetValue(blob.Key, out var key) ? "sealed"
            : key is null ? "erased"
            : null;
        return new ArchivedPaper(
            place + 1, paper.Rule, paper.Name, paper.Trust, paper.At, paper.By,
            why is null
                ? string.Create(CultureInfo.InvariantCulture, $"papers/{place + 1}.{Ending(paper.Name)}")
                : null,
            why is null && store.Blobs.SaltUnlogged(paper.Blob!).TryGet(out var salt, out _) ? salt : null,
            why);
    }

    // A file is what its first bytes said when it was taken in; its name says no more than that.
    private static string Ending(string name) =>
        Path.GetExtension(name) is ".pdf" or ".png" or ".jpg" ? Path.GetExtension(name)[1..] : "bin";

    private async Task<(string Party, string Id, string? Known, Sealed? Name)> PartyAsync(string party, string id)
    {
        if ((await people.FirmAsync(id)).TryGet(out var firm, out _))
        {
            return (party, id, firm.Name, null);
        }

        return (party, id, null, (await people.PersonAsync(id)).TryGet(out var person, out _) ? person.Name : null);
    }
}
