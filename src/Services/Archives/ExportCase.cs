using System.Collections.Immutable;
using System.Text;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>Asks for the archive of a case.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Purpose">What for, as the access log will have it: 2 to 60 small letters, digits and hyphens.</param>
/// <param name="Open">Whether names, sealed answers and papers are opened; if not, nothing personal is read.</param>
/// <param name="Site">Address of the city, which the codes on documents begin with.</param>
public sealed record ExportCase(string Number, string Purpose, bool Open, string Site)
{
    /// <summary>The purpose where none is told.</summary>
    public const string UsualPurpose = "case-export";
}

/// <summary>Writes one case into an archive that verifies alone. Whatever is personal in it is written down in the
/// access log first: no entry, no data.</summary>
/// <param name="store">Where facts, papers and pack versions are.</param>
/// <param name="index">Finds cases.</param>
/// <param name="book">Their rules.</param>
/// <param name="gathering">Opens what is personal.</param>
/// <param name="pages">Writes what people read.</param>
/// <param name="keys">Signs.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class CaseArchives(
    Store store, CaseIndex index, Rulebook book, ArchiveGathering gathering, ArchivePages pages, DocumentKeys keys,
    TimeProvider clock)
{
    /// <summary>Writes the archive of a case.</summary>
    /// <param name="request">Which, and what for.</param>
    /// <param name="actor">Who asks: an officer of the agency that holds the case, or the house itself for its
    /// operator.</param>
    /// <param name="target">Where to write; it must be able to seek. What was written before a refusal is no
    /// archive.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>The manifest; or <c>case.unknown</c>, <c>archive.not_held</c>, <c>archive.too_large</c>, and what the
    /// access log, the vault and the store refuse.</returns>
    public async Task<Outcome<ArchiveManifest>> WriteAsync(
        ExportCase request, Actor actor, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await FoldAsync(request.Number)).TryGet(out var folded, out var refusal))
        {
            return refusal;
        }

        var (rows, state, facts) = (folded.Rows, folded.Case.State, folded.Case.Facts);
        var rules = book.For(state);
        if (!CaseAccess.MayRead(state, actor, rules))
        {
            return Unknown;
        }

        if (!CaseAccess.Holds(state, actor, rules))
        {
            return ArchiveRefusals.NotHeld;
        }

        if (!(await gathering.RunAsync(state, facts, rules, request, actor, ct)).TryGet(out var gathered, out refusal))
        {
            return refusal;
        }

        var now = clock.Now();
        var ground = new ArchiveGround(state, rules, facts, now, actor.Id, request.Purpose, request.Open)
        {
            Clocks = ArchivedClock.Of(state, rules.Procedure, rules.Calendar(state), now),
            Personal = gathered.Personal,
            Papers = gathered.Papers,
        };
        using var writer = new ArchiveWriter(target, now.ToDateTimeOffset());
        refusal = writer.Add(ArchivePaths.Facts, ArchiveJson.Write(ArchivedFacts.Of(rows)))
            ?? writer.Add(ArchivePaths.Document, ArchiveJson.Write(folded.Case.Document))
            ?? writer.Add(ArchivePaths.Clocks, ArchiveJson.Write(ground.Clocks))
            ?? writer.Add(ArchivePaths.Personal, ArchiveJson.Write(ground.Personal))
            ?? writer.Add(ArchivePaths.Papers, ArchiveJson.Write(ground.Papers))
            ?? writer.Add(ArchivePaths.Key, Encoding.ASCII.GetBytes(keys.PublicPem))
            ?? await PacksAsync(writer, rules)
            ?? Papers(writer, gathered)
            ?? await pages.WriteAsync(writer, ground, gathered.Party, request.Site, ct);
        return refusal is null ? Seal(writer, ground, rows[^1].Position) : refusal;
    }

    private async Task<Outcome<(ImmutableArray<FactRow> Rows, Refolded<Case> Case)>> FoldAsync(string number)
    {
        if (index.Find(number) is not { } key)
        {
            return Unknown;
        }

        return (await store.ReadRowsAsync<Case>(key)).TryGet(out var rows, out var refusal)
            ? store.Catalog.Refold<Case>(rows).Then<(ImmutableArray<FactRow>, Refolded<Case>)>(
                folded => (rows, folded))
            : refusal;
    }

    // The pack it began under, and the one by whose calendar its days are counted; often they are one.
    private async Task<Refusal?> PacksAsync(ArchiveWriter writer, CaseRules rules)
    {
        foreach (var set in new[] { rules.Set, book.Current }.DistinctBy(set => set.Hash))
        {
            var bundle = await KeptPack.FetchAsync(store, set.Hash) ?? set.Bundle();
            if (writer.Add(ArchivePaths.Pack(set.Hash), bundle) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private Refusal? Papers(ArchiveWriter writer, GatheredCase gathered)
    {
        foreach (var (path, blob) in gathered.Contents)
        {
            if (!store.Blobs.OpenUnlogged(blob).TryGet(out var content, out var refusal))
            {
                return refusal;
            }

            using (content)
            {
                if (writer.Add(path, content) is { } wrong)
                {
                    return wrong;
                }
            }
        }

        return null;
    }

    private Outcome<ArchiveManifest> Seal(ArchiveWriter writer, ArchiveGround ground, long position) => writer.Seal(
        new ArchiveManifest
        {
            Format = ArchiveManifest.FormatName,
            Version = ArchiveManifest.FormatVersion,
            City = book.City.Root,
            CityName = book.City.Name,
            Case = ground.State.Number,
            Facts = ground.State.Version,
            Position = position,
            ExportedAt = ground.At,
            ExportedBy = ground.By,
            Purpose = ground.Purpose,
            Opened = ground.Opened,
            Pack = ground.State.Pack,
            Calendar = book.Current.Hash,
            Algorithm = keys.Algorithm,
            Key = keys.PublicPem,
            Files = [],
        },
        keys);

    private static Refusal Unknown { get; } = new(RefusalKind.NotFound, "case.unknown", "There is no such case.");
}
