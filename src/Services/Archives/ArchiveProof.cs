using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>Proves from its facts what an archive says. Its files are known to be those that were signed.</summary>
/// <param name="zip">The archive.</param>
/// <param name="manifest">Its manifest.</param>
/// <param name="catalog">Every fact the house knows.</param>
/// <param name="reader">Reads pack versions.</param>
internal sealed class ArchiveProof(
    ArchiveZip zip, ArchiveManifest manifest, FactCatalog catalog, PackReader reader)
{
    /// <summary>How many opened values and papers were proven; or <c>archive.file_missing</c>,
    /// <c>archive.refold</c>, <c>archive.pack</c>, <c>archive.unproven</c>.</summary>
    public Outcome<int> Run()
    {
        if (Read<ArchivedFacts>(ArchivePaths.Facts) is not { Facts.IsDefaultOrEmpty: false } facts)
        {
            return ArchiveRefusals.Refold("facts.json cannot be read");
        }

        if (!catalog.Refold<Case>(facts.Rows()).TryGet(out var folded, out var refusal))
        {
            return ArchiveRefusals.Refold(refusal.Sentence);
        }

        var state = folded.State;
        if (zip.Read(ArchivePaths.Document, ArchiveLimits.FileBytes) is not { } document
            || !Same(document, folded.Document))
        {
            return ArchiveRefusals.Refold("they give another one");
        }

        if (state.Number != manifest.Case || state.Version != manifest.Facts || state.Pack != manifest.Pack
            || facts.Facts[^1].Position != manifest.Position)
        {
            return ArchiveRefusals.Refold("manifest.json speaks of another one");
        }

        return (Clocks(state) ?? Documents(state)) is { } wrong
            ? wrong
            : Values(folded.Facts).Then(values => Papers(state).Then<int>(papers => values + papers));
    }

    private Refusal? Clocks(Case state)
    {
        if (!Pack(manifest.Pack).TryGet(out var began, out var refusal)
            || !Pack(manifest.Calendar).TryGet(out var counts, out refusal))
        {
            return refusal;
        }

        var procedure = began.Get(ProcedureKind.Kind).Find(state.Procedure)?.Find(state.ProcedureVersion)?.Value;
        if (procedure is null || counts.Calendar?.For(state.Area, state.Agency) is not { } calendar
            || state.Clocks.Any(clock => !procedure.Clocks.ContainsKey(clock.Id)))
        {
            return ArchiveRefusals.Pack(manifest.Pack);
        }

        var counted = ArchivedClock.Of(state, procedure, calendar, manifest.ExportedAt);
        return zip.Read(ArchivePaths.Clocks, ArchiveLimits.FileBytes) is { } archived
            && Same(archived, JsonSerializer.SerializeToElement(counted, ArchiveJson.Options))
            ? null
            : ArchiveRefusals.Unproven(ArchivePaths.Clocks, "a due date");
    }

    private Outcome<PackSet> Pack(string hash)
    {
        var path = ArchivePaths.Pack(hash);
        if (!ArchiveManifest.IsPath(path) || zip.Read(path, ArchiveLimits.FileBytes) is not { } bundle)
        {
            return ArchiveRefusals.Pack(hash);
        }

        return reader.Open(bundle).Set is { } set && set.Hash == hash ? set : ArchiveRefusals.Pack(hash);
    }

    private Refusal? Documents(Case state)
    {
        var archived = Read<ArchivedDocument[]>(ArchivePaths.Documents) ?? [];
        var issued = archived.Select(one => new IssuedDocument(one.Id, one.Template, one.Number, one.At, one.Version));
        return !issued.SequenceEqual(state.Documents)
            ? ArchiveRefusals.Unproven(ArchivePaths.Documents, "the list of documents")
            : archived.SelectMany(one => one.Files.Values).FirstOrDefault(path => !zip.Has(path)) is { } missing
                ? ArchiveRefusals.Missing(missing)
                : null;
    }

    private Outcome<int> Values(ImmutableArray<StoredFact> facts)
    {
        var values = ArchivedValue.In(facts).ToArray();
        if (Read<ArchivedPersonal>(ArchivePaths.Personal) is not { Values.IsDefault: false } personal
            || personal.Values.Length != values.Length)
        {
            return ArchiveRefusals.Unproven(ArchivePaths.Personal, "the number of sealed values");
        }

        var proven = 0;
        foreach (var (archived, (version, purpose, value)) in personal.Values.Zip(values))
        {
            var opened = archived is { Value: not null, Salt: not null };
            if (archived.Fact != version || archived.Purpose != purpose || archived.Commitment != value.Commitment
                || (opened && !value.IsOpenedBy(archived.Value!.Text, archived.Salt!)))
            {
                return ArchiveRefusals.Unproven(ArchivePaths.Personal, "a value");
            }

            proven += opened ? 1 : 0;
        }

        return proven;
    }

    private Outcome<int> Papers(Case state)
    {
        var archived = Read<ArchivedPaper[]>(ArchivePaths.Papers) ?? [];
        if (archived.Length != state.Papers.Length)
        {
            return ArchiveRefusals.Unproven(ArchivePaths.Papers, "the number of papers");
        }

        var proven = 0;
        foreach (var (one, paper) in archived.Zip(state.Papers))
        {
            if (one.Rule != paper.Rule || one.Name != paper.Name || one.At != paper.At || one.By != paper.By
                || (one.File is not null && paper.Blob is null))
            {
                return ArchiveRefusals.Unproven(ArchivePaths.Papers, "a paper");
            }

            if (one.File is not { } path)
            {
                continue;
            }

            if (zip.Read(path, ArchiveLimits.FileBytes) is not { } content
                || !paper.Blob!.IsOpenedBy(new MemoryStream(content, writable: false), one.Salt ?? ""))
            {
                return ArchiveRefusals.Unproven(path, "the content");
            }

            proven++;
        }

        return proven;
    }

    private T? Read<T>(string path)
        where T : class =>
        zip.Read(path, ArchiveLimits.FileBytes) is { } content ? ArchiveJson.Read<T>(content) : null;

    private static bool Same(byte[] archived, JsonElement expected)
    {
        try
        {
            using var read = JsonDocument.Parse(archived);
            return JsonElement.DeepEquals(read.RootElement, expected);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
