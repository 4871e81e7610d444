using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Store
{
    /// <summary>
    /// Sees what other processes have stored since, so that cache, command memory and followers hold it too. Writing
    /// does it by itself; a process that only answers questions calls it a few times a second. With one owner it does
    /// nothing.
    /// </summary>
    /// <returns>Null; or <c>store.failed</c>, <c>store.stopped</c>.</returns>
    public async Task<Refusal?> CatchUpAsync()
    {
        try
        {
            var head = await dialect.HeadAsync();
            return head <= Head ? null : await writer.NoteAsync(() => CatchUp(head));
        }
        catch (DialectException fault)
        {
            return fault.IsClosed ? StorageRefusals.Stopped() : StorageRefusals.Failed(fault.Message);
        }
    }

    /// <inheritdoc/>
    void IJournalReader.CatchUp(long head) => CatchUp(head);

    /// <inheritdoc/>
    bool IJournalReader.IsKnown(CommitData commit) => recent.Find(commit.Actor, commit.Command) is not null;

    private void CatchUp(long head)
    {
        while (seen < head)
        {
            var page = Result(dialect.LogAsync(seen + 1, Limits.PageSize));
            var whole = page.Count > 0 && page[^1].Position >= head ? page.Count : LastBegin(page);
            if (whole == 0)
            {
                throw new DialectException($"The journal ends at {seen}, before {head}.", isDamage: true);
            }

            for (var at = 0; at < whole;)
            {
                var next = at + 1;
                while (next < whole && page[next].Cause is null)
                {
                    next++;
                }

                Follow([.. page.Skip(at).Take(next - at)]);
                Volatile.Write(ref seen, page[next - 1].Position);
                at = next;
            }
        }
    }

    // The last commit of a page may go on in the next one.
    private static int LastBegin(IReadOnlyList<FactRow> page)
    {
        var at = page.Count - 1;
        while (at > 0 && page[at].Cause is null)
        {
            at--;
        }

        return Math.Max(at, 0);
    }

    /// <summary>Sees one commit of another process.</summary>
    private void Follow(ImmutableArray<FactRow> commit)
    {
        for (var at = 0; at < commit.Length;)
        {
            var stream = commit[at].Stream;
            var rows = commit.Skip(at).TakeWhile(row => row.Stream == stream).ToImmutableArray();
            feed.Tell(ChangeOf(stream, rows));
            at += rows.Length;
        }

        recent.Add(commit[0].Actor, commit[0].Command, commit[0].At, commit[0].Position, commit[0].Cause ?? "");
    }

    private Change ChangeOf(string stream, ImmutableArray<FactRow> rows)
    {
        var family = Catalog.FindFamily(StreamId.FamilyOf(stream))
            ?? throw Unknown(StorageRefusals.UnknownKind(stream));
        var before = Before(family, stream, rows[0]);
        var state = before.State;
        var facts = ImmutableArray.CreateBuilder<IFact>(rows.Length);
        foreach (var row in rows)
        {
            if (!Catalog.Read(row).TryGet(out var stored, out var refusal))
            {
                throw Unknown(refusal);
            }

            facts.Add(stored.Fact);
            state = family.Apply(state, stored.Fact, stored.Stamp with { Position = 0 });
        }

        Keep(stream, new(state, rows[^1].Version, rows[^1].Position, family.Write(state).Length));
        return new(
            stream, before.Version == 0 ? null : before.State, state, facts.MoveToImmutable(), rows[^1].Stamp);
    }

    private Snapshot Before(StateFamily family, string stream, FactRow first)
    {
        if (cache.TryGet(stream, out var known) && known.Version == first.Version - 1)
        {
            return known;
        }

        return first.Version == 1 ? new(family.Start(StreamId.KeyOf(stream)), 0, 0, 0)
            : Result(FoldAsync(family, stream, first.Previous)).TryGet(out var folded, out var refusal) ? folded
            : throw Unknown(refusal);
    }

    private static DialectException Unknown(Refusal refusal) => new(refusal.Sentence, isDamage: true);
}
