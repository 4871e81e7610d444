using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>One request on its way to an answer; each attempt holds the streams it may write.</summary>
internal sealed class Turn<TRequest, TState>(
    Store store,
    StreamLocks locks,
    Contexts contexts,
    string key,
    TRequest request,
    Actor actor,
    string commandId,
    uint tag)
    where TRequest : IDecision<TRequest, TState>
    where TState : class, IState<TState>
{
    private readonly StateFamily family = store.Catalog.Family(typeof(TState));
    private readonly string stream = StreamId.Of<TState>(key);

    /// <summary>One attempt. <c>store.conflict</c> means that something it rests on changed meanwhile.</summary>
    public async Task<Outcome<Done<TState>>> TakeAsync(Instant now, CancellationToken ct)
    {
        // Only a request that declares reads must be planned before anything is held: what to hold depends on its
        // state.
        var planned = request is IDeclaresReads<TState> ? await PlanAsync() : Plan.Alone(stream, store.Catalog);
        if (!planned.TryGet(out var plan, out var refusal))
        {
            return refusal;
        }

        using var held = await locks.HoldAsync(plan.Held($"\0{actor.Id}\n{commandId}"), ct);
        if (store.Recall(actor.Id, commandId) is var (first, theirs))
        {
            return theirs == tag
                ? await new Repetition<TRequest, TState>(store, contexts, key, request, actor).AnswerAsync(first)
                : StorageRefusals.CommandReused();
        }

        if (await ExpiredAsync(now) is { } expired)
        {
            return expired;
        }

        // Whoever held the streams before may have changed what must be read.
        var again = await PlanAsync();
        if (!again.TryGet(out var present, out refusal) || !present.List.SameAs(plan.List))
        {
            return refusal ?? StorageRefusals.Conflict(stream);
        }

        return await DecideAsync(present, now);
    }

    // What the house does by itself is named by what it does, not by when: its rules see that it was done before.
    private async Task<Refusal?> ExpiredAsync(Instant now) => actor.Kind == ActorKind.House ? null
        : (await store.IsExpiredAsync(stream, actor.Id, commandId, now)).TryGet(out var expired, out var refusal)
            ? expired ? StorageRefusals.CommandExpired(store.CommandHours) : null
            : refusal;

    private async Task<Outcome<Plan>> PlanAsync()
    {
        var list = new ReadList(store.Catalog);
        if (!(await store.FindAsync(family, key)).TryGet(out var primary, out var refusal))
        {
            return refusal;
        }

        (request as IDeclaresReads<TState>)?.Declare((TState)primary.State, list);
        var versions = new Dictionary<string, Snapshot>(StringComparer.Ordinal);
        foreach (var read in list.Streams)
        {
            if (!(await store.FindAsync(read.Family, read.Key)).TryGet(out var version, out refusal))
            {
                return refusal;
            }

            versions.Add(read.Stream, version);
        }

        versions[stream] = primary;
        return new Plan(stream, list, versions);
    }

    private async Task<Outcome<Done<TState>>> DecideAsync(Plan plan, Instant now)
    {
        var primary = plan.Versions[stream];
        var outcome = TRequest.Decide((TState)primary.State, actor, new(plan.Versions, contexts), request, now);
        if (!outcome.TryGet(out var decided, out var refusal))
        {
            return refusal;
        }

        if (decided.Facts.IsEmpty && decided.Others.IsEmpty)
        {
            return new Done<TState>(
                (TState)primary.State, primary.Head, primary.Version, decided.Answer, Repeated: false);
        }

        if (!(await WriteAsync(plan, decided, now)).TryGet(out var commit, out refusal))
        {
            return refusal;
        }

        var stored = await store.CommitAsync(commit);
        if (stored.Refusal is { } failed)
        {
            store.Forget(plan.Versions.Keys);
            return failed;
        }

        var mine = commit.Writes.FirstOrDefault(write => write.Stream == stream);
        return new Done<TState>(
            (TState)(mine?.After ?? primary.State),
            stored.Value + commit.FactCount - 1,
            mine?.Version ?? primary.Version,
            decided.Answer,
            Repeated: false);
    }

    private async Task<Outcome<CommitData>> WriteAsync(Plan plan, Decided decided, Instant now)
    {
        try
        {
            var late = store.Vault.Late;
            var draft = new CommitDraft(store, plan, actor.Id, commandId, tag, now);
            var commit = draft.Write(decided);
            if (!commit.IsRefused && draft.NeedsFlush)
            {
                await store.Vault.FlushAsync();
            }

            return store.Vault.Late == late ? commit : StorageRefusals.Conflict(stream);
        }
        catch (DialectException keys)
        {
            return StorageRefusals.Failed(keys.Message);
        }
    }
}

/// <summary>What an attempt rests on: the declared streams and the version each was found at.</summary>
internal sealed record Plan(string Stream, ReadList List, IReadOnlyDictionary<string, Snapshot> Versions)
{
    /// <summary>A plan that knows nothing yet but its own stream.</summary>
    public static Outcome<Plan> Alone(string stream, FactCatalog catalog) =>
        new Plan(stream, new(catalog), new Dictionary<string, Snapshot>(StringComparer.Ordinal));

    public IEnumerable<string> Held(string command) =>
        [command, Stream, .. List.Streams.Where(read => read.MayWrite).Select(read => read.Stream)];

    public bool MayWrite(string stream) =>
        stream == Stream || List.Streams.Any(read => read.MayWrite && read.Stream == stream);
}
