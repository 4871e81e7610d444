using System.Text;
using System.Text.Json;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>
/// The one way to change anything: load, decide, seal, append, let followers see it, answer. What it answers is on
/// disk.
/// </summary>
public sealed class Desk : IDisposable
{
    private const int WaitingAtMost = 4096;
    private readonly StreamLocks locks = new();
    private readonly Store store;
    private readonly TimeProvider clock;
    private readonly Contexts contexts;
    private int waiting;

    /// <param name="store">Where facts go.</param>
    /// <param name="clock">The clock of the house.</param>
    /// <param name="contexts">What decisions may consult beside streams; <see cref="Contexts.None"/> when
    /// nothing.</param>
    public Desk(Store store, TimeProvider clock, Contexts contexts)
    {
        this.store = store;
        this.clock = clock;
        this.contexts = contexts;
    }

    /// <summary>Decides one request and makes its facts durable.</summary>
    /// <param name="key">Key of the stream it is about.</param>
    /// <param name="request">The request; it must be serialisable, because a repeated command is recognised by
    /// it.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="commandId">
    /// Chosen by the sender, 1 to 100 printable ASCII characters. The same actor sending the same request under the
    /// same id within 48 hours gets the first answer again and nothing happens twice.
    /// </param>
    /// <param name="ct">Gives up waiting; once the facts are on their way it is no longer heard.</param>
    /// <returns>The answer; or the rule's refusal; or <c>store.key</c>, <c>store.actor</c>, <c>command.id</c>,
    /// <c>command.reused</c>, <c>store.busy</c> (it kept changing, after four attempts), <c>store.overloaded</c>,
    /// <c>store.oversize</c>, <c>store.full</c>, <c>store.failed</c>, <c>store.in_doubt</c>, <c>store.stopped</c>,
    /// <c>store.corrupt</c>.</returns>
    /// <exception cref="InvalidOperationException">A bug: an unknown fact type, an undeclared read or
    /// write.</exception>
    public async Task<Outcome<Done<TState>>> RunAsync<TRequest, TState>(
        string key, TRequest request, Actor actor, string commandId, CancellationToken ct = default)
        where TRequest : IDecision<TRequest, TState>
        where TState : class, IState<TState>
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (Wrong(TState.Family, key, actor, commandId) is { } wrong)
        {
            return wrong;
        }

        if (Interlocked.Increment(ref waiting) > WaitingAtMost)
        {
            Interlocked.Decrement(ref waiting);
            return StorageRefusals.Overloaded();
        }

        try
        {
            var turn = new Turn<TRequest, TState>(
                store, locks, contexts, key, request, actor, commandId, Tag<TRequest, TState>(key, request));
            for (var attempt = 0; attempt <= Limits.Retries; attempt++)
            {
                var outcome = await turn.TakeAsync(Now(), ct);
                if (outcome.Refusal is not { Code: StorageRefusals.ConflictCode })
                {
                    return outcome;
                }
            }

            return StorageRefusals.Busy();
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => locks.Dispose();

    private static Refusal? Wrong(string family, string key, Actor actor, string commandId)
    {
        if (StreamId.Check(family, key) is { } refusal)
        {
            return refusal;
        }

        if (actor.Id.Length is 0 or > Limits.ActorLength)
        {
            return StorageRefusals.Actor();
        }

        return commandId is { Length: > 0 and <= Limits.CommandLength }
            && commandId.All(letter => letter is > ' ' and <= '~')
            ? null
            : StorageRefusals.Command();
    }

    private Instant Now() => Instant.FromUnixTimeMilliseconds(clock.Now().ToUnixTimeMilliseconds());

    private uint Tag<TRequest, TState>(string key, TRequest request)
        where TState : class, IState<TState>
    {
        var named = Encoding.UTF8.GetBytes($"{TState.Family}/{key}\n{typeof(TRequest).Name}\n");
        using var scope = SealScope.Tagging();
        var asked = JsonSerializer.SerializeToUtf8Bytes(request, JournalJson.Options);
        return store.Vault.Tag([.. named, .. CanonicalJson.Of(asked)]);
    }
}
