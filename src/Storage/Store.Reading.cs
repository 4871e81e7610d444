using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Store
{
    /// <summary>The present state of a stream; its start at version 0 when it has no fact.</summary>
    /// <returns>The state, or <c>store.key</c>, <c>store.corrupt</c>, <c>store.failed</c>.</returns>
    public async Task<Outcome<Loaded<TState>>> LoadAsync<TState>(string key)
        where TState : class, IState<TState>
    {
        if (StreamId.Check(TState.Family, key) is { } refusal)
        {
            return refusal;
        }

        var found = await FindAsync(Catalog.Family(typeof(TState)), key);
        return found.Then<Loaded<TState>>(
            version => new Loaded<TState>((TState)version.State, version.Version, version.Head));
    }

    /// <summary>Facts of one stream, newest first.</summary>
    /// <param name="key">The stream's key.</param>
    /// <param name="before">Only facts before this position; null begins at the newest. A page's next page begins at
    /// the position of its last fact.</param>
    /// <param name="max">How many at most; 1 to 10 000.</param>
    /// <returns>The facts, or <c>store.key</c>, <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>.</returns>
    public async Task<Outcome<ImmutableArray<StoredFact>>> ReadFactsAsync<TState>(
        string key, long? before = null, int max = 100)
        where TState : class, IState<TState>
    {
        CheckPage(max);
        if (StreamId.Check(TState.Family, key) is { } refusal)
        {
            return refusal;
        }

        return await GuardAsync(async () =>
        {
            var stream = StreamId.Of<TState>(key);
            var head = before is { } at
                ? (await dialect.FactAsync(at))?.Previous ?? 0
                : (await dialect.DocumentAsync(stream))?.Head ?? 0;
            return Decode(await dialect.ChainAsync(stream, head, max));
        });
    }

    /// <summary>Facts of one stream, oldest first.</summary>
    /// <param name="key">The stream's key.</param>
    /// <param name="after">Only facts after this version; a page's next page begins after the version of its last
    /// fact.</param>
    /// <param name="max">How many at most; 1 to 10 000. It costs a step for every fact from the newest down to
    /// here.</param>
    /// <returns>The facts, or <c>store.key</c>, <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>.</returns>
    public async Task<Outcome<ImmutableArray<StoredFact>>> ReadHistoryAsync<TState>(
        string key, int after = 0, int max = 1000)
        where TState : class, IState<TState>
    {
        CheckPage(max);
        if (StreamId.Check(TState.Family, key) is { } refusal)
        {
            return refusal;
        }

        return await GuardAsync(async () =>
        {
            var stream = StreamId.Of<TState>(key);
            var document = await dialect.DocumentAsync(stream);
            var wanted = Math.Max(0, (document?.Version ?? 0) - after);
            var rows = await dialect.ChainAsync(stream, document?.Head ?? 0, wanted);
            return Decode([.. rows.TakeLast(max).Reverse()]);
        });
    }

    /// <summary>The rows of one stream as they are stored, oldest first: what <see cref="Refolding"/> takes.</summary>
    /// <param name="key">The stream's key.</param>
    /// <param name="max">How many at most; a longer stream is refused, never cut.</param>
    /// <returns>The rows, none when the stream has no fact; or <c>store.key</c>, <c>store.oversize</c>,
    /// <c>store.corrupt</c>.</returns>
    public async Task<Outcome<ImmutableArray<FactRow>>> ReadRowsAsync<TState>(string key, int max = Limits.PageSize)
        where TState : class, IState<TState>
    {
        CheckPage(max);
        if (StreamId.Check(TState.Family, key) is { } refusal)
        {
            return refusal;
        }

        return await GuardAsync<ImmutableArray<FactRow>>(async () =>
        {
            var stream = StreamId.Of<TState>(key);
            if (await dialect.DocumentAsync(stream) is not { } document)
            {
                return ImmutableArray<FactRow>.Empty;
            }

            return document.Version > max
                ? StorageRefusals.Oversize("stream", max)
                : (await dialect.ChainAsync(stream, document.Head, max)).Reverse().ToImmutableArray();
        });
    }

    /// <summary>Facts of all streams in commit order.</summary>
    /// <param name="from">Position of the first wanted; 1 is the beginning.</param>
    /// <param name="max">How many at most; 1 to 10 000.</param>
    /// <returns>The facts, or <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>.</returns>
    public Task<Outcome<ImmutableArray<StoredFact>>> ReadLogAsync(long from, int max = 1000)
    {
        CheckPage(max);
        return GuardAsync(async () => Decode(await dialect.LogAsync(from, max)));
    }

    /// <summary>States of a family that stand on a shelf, in order of their keys.</summary>
    /// <param name="shelf">The shelf; null gives the whole family.</param>
    /// <param name="after">The last key of the page before; null begins at the first.</param>
    /// <param name="max">How many at most; 1 to 10 000.</param>
    /// <returns>Keys and states, or <c>store.corrupt</c>.</returns>
    public Task<Outcome<ImmutableArray<(string Key, Loaded<TState> Loaded)>>> ReadShelfAsync<TState>(
        string? shelf, string? after = null, int max = 100)
        where TState : class, IState<TState>
    {
        CheckPage(max);
        return GuardAsync<ImmutableArray<(string, Loaded<TState>)>>(async () =>
        {
            var family = Catalog.Family(typeof(TState));
            var start = after is null ? null : family.Stream(after);
            var page = ImmutableArray.CreateBuilder<(string, Loaded<TState>)>();
            foreach (var row in await dialect.DocumentsAsync(family.Name, shelf, start, max))
            {
                if (!family.Read(row).TryGet(out var version, out var refusal))
                {
                    return refusal;
                }

                page.Add((StreamId.KeyOf(row.Stream), new((TState)version.State, version.Version, version.Head)));
            }

            return page.ToImmutable();
        });
    }

    internal Task<Outcome<Snapshot>> FindAsync(StateFamily family, string key)
    {
        var stream = family.Stream(key);
        return cache.TryGet(stream, out var cached)
            ? Task.FromResult<Outcome<Snapshot>>(cached)
            : GuardAsync<Snapshot>(async () =>
            {
                if (await dialect.DocumentAsync(stream) is not { } row)
                {
                    return new Snapshot(family.Start(key), 0, 0, 0);
                }

                var read = family.Read(row);
                if (!read.IsRefused)
                {
                    Keep(stream, read.Value);
                }

                return read;
            });
    }

    private static async Task<Outcome<T>> GuardAsync<T>(Func<Task<Outcome<T>>> read)
    {
        try
        {
            return await read();
        }
        catch (DialectException fault)
        {
            return Broken(fault);
        }
    }

    private static Refusal Broken(DialectException fault) => fault.IsDamage
        ? StorageRefusals.Corrupt("store", fault.Message)
        : StorageRefusals.Failed(fault.Message);

    private static void CheckPage(int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, Limits.PageSize);
    }

    private Outcome<ImmutableArray<StoredFact>> Decode(IReadOnlyList<FactRow> rows)
    {
        var facts = ImmutableArray.CreateBuilder<StoredFact>(rows.Count);
        foreach (var row in rows)
        {
            if (!Catalog.Read(row).TryGet(out var fact, out var refusal))
            {
                return refusal;
            }

            facts.Add(fact);
        }

        return facts.MoveToImmutable();
    }
}
