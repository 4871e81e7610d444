using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>Turns a decision into a commit: seals and writes its facts, folds them, writes the documents.</summary>
internal sealed class CommitDraft(Store store, Plan plan, string actor, string command, uint tag, Instant now)
{
    private readonly FactCatalog catalog = store.Catalog;

    /// <summary>Whether the commit rests on keys that are not on disk yet.</summary>
    public bool NeedsFlush { get; private set; }

    /// <summary>Refuses <c>store.oversize</c>.</summary>
    public Outcome<CommitData> Write(Decided decided)
    {
        if (decided.Facts.Length + decided.Others.Length > Limits.FactsPerCommit)
        {
            return StorageRefusals.Oversize("number of facts of one decision", Limits.FactsPerCommit);
        }

        var writes = ImmutableArray.CreateBuilder<StreamWrite>();
        foreach (var group in decided.Facts.Select(fact => (plan.Stream, Fact: fact)).Concat(decided.Others)
                     .GroupBy(one => one.Stream, one => one.Fact, StringComparer.Ordinal))
        {
            if (!Write(group.Key, [.. group]).TryGet(out var write, out var refusal))
            {
                return refusal;
            }

            writes.Add(write);
        }

        var reads = plan.Versions
            .Where(read => !writes.Any(write => write.Stream == read.Key))
            .Select(read => new StreamRead(read.Key, read.Value.Version)).ToImmutableArray();
        return new CommitData(
            actor, command, now.ToUnixTimeMilliseconds(), new Cause(tag, reads).Format(), reads, writes.ToImmutable());
    }

    private Outcome<StreamWrite> Write(string stream, ImmutableArray<IFact> facts)
    {
        if (!plan.MayWrite(stream))
        {
            throw new InvalidOperationException($"The stream '{stream}' was not declared as one that may be written.");
        }

        var family = catalog.FindFamily(StreamId.FamilyOf(stream))!;
        if (!Seal(family.Name, facts).TryGet(out var written, out var refusal))
        {
            return refusal;
        }

        var before = plan.Versions[stream];
        var state = before.State;
        for (var i = 0; i < facts.Length; i++)
        {
            state = family.Apply(state, facts[i], new(0, before.Version + i + 1, now, actor, command));
        }

        var document = family.Write(state);
        var shelf = family.ShelfOf(state);
        if (document.Length > Limits.DocumentBytes || shelf?.Length > Limits.ShelfLength)
        {
            return StorageRefusals.Oversize($"document of a {family.Name} in bytes", Limits.DocumentBytes);
        }

        return new StreamWrite(stream, before.Version, before.Head, written, DocumentBody.Pack(document), shelf)
        {
            Before = before.Version == 0 ? null : before.State,
            After = state,
            ShelfMoves = shelf != family.ShelfOf(before.State),
            AfterBytes = document.Length,
        };
    }

    private Outcome<ImmutableArray<FactData>> Seal(string family, ImmutableArray<IFact> facts)
    {
        using var scope = SealScope.Sealing(family, store.Vault);
        var written = ImmutableArray.CreateBuilder<FactData>(facts.Length);
        foreach (var fact in facts)
        {
            var (kind, body) = catalog.Write(fact);
            if (body.Length > Limits.FactBytes)
            {
                return StorageRefusals.Oversize($"fact {kind} in bytes", Limits.FactBytes);
            }

            written.Add(new(kind, body, fact));
        }

        NeedsFlush |= scope.NeedsFlush;
        return written.MoveToImmutable();
    }
}
