using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>
/// Gives a repeated command its first answer again: the state as it was after it, and the reply, worked out by
/// deciding once more over everything at the version it was read at then. Nothing is stored for this but what the
/// facts hold anyway.
/// </summary>
internal sealed class Repetition<TRequest, TState>(
    Store store, Contexts contexts, string key, TRequest request, Actor actor)
    where TRequest : IDecision<TRequest, TState>
    where TState : class, IState<TState>
{
    private readonly StateFamily family = store.Catalog.Family(typeof(TState));
    private readonly string stream = StreamId.Of<TState>(key);

    public async Task<Outcome<Done<TState>>> AnswerAsync(long first)
    {
        var rows = await store.CommitAtAsync(first);
        if (rows.Count == 0 || Cause.Parse(rows[0].Cause ?? "") is not { } cause)
        {
            return StorageRefusals.Corrupt($"commit at {first}", "it does not say what it rests on");
        }

        var mine = rows.LastOrDefault(row => row.Stream == stream);
        var head = mine?.Position ?? await HeadAsync(cause);
        if (!(await store.FoldAsync(family, stream, head)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        var reply = await ReplyAsync(rows, cause, Instant.FromUnixTimeMilliseconds(rows[0].At));
        return new Done<TState>((TState)after.State, rows[^1].Position, after.Version, reply, Repeated: true);
    }

    private async Task<long> HeadAsync(Cause cause)
    {
        var read = cause.Reads.FirstOrDefault(read => read.Stream == stream);
        return await store.PositionAsync(stream, read.Version) ?? 0;
    }

    private async Task<object?> ReplyAsync(IReadOnlyList<FactRow> rows, Cause cause, Instant then)
    {
        var versions = new Dictionary<string, Snapshot>(StringComparer.Ordinal);
        foreach (var row in rows.DistinctBy(row => row.Stream, StringComparer.Ordinal))
        {
            if (!await FoldIntoAsync(versions, row.Stream, row.Previous))
            {
                return null;
            }
        }

        foreach (var read in cause.Reads)
        {
            if (!await FoldIntoAsync(versions, read.Stream, await store.PositionAsync(read.Stream, read.Version)))
            {
                return null;
            }
        }

        if (!versions.TryGetValue(stream, out var before))
        {
            return null;
        }

        var outcome = TRequest.Decide((TState)before.State, actor, new(versions, contexts), request, then);
        return outcome.IsRefused ? null : outcome.Value.Answer;
    }

    private async Task<bool> FoldIntoAsync(Dictionary<string, Snapshot> versions, string name, long? head)
    {
        if (head is not { } at || store.Catalog.FindFamily(StreamId.FamilyOf(name)) is not { } known
            || !(await store.FoldAsync(known, name, at)).TryGet(out var folded, out _))
        {
            return false;
        }

        versions[name] = folded;
        return true;
    }
}
