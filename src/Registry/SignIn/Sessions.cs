using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>An open session, as its holder sees it.</summary>
/// <param name="Key">By what it is ended: not its id, which the signed cookie carries.</param>
/// <param name="Opened">When it began.</param>
/// <param name="Ends">When it ends in any case.</param>
/// <param name="Here">Whether the request that asks came with it.</param>
public sealed record OpenedSession(string Key, Instant Opened, Instant Ends, bool Here);

/// <summary>The open sessions of whoever is signed in, over all their logins: list and end.</summary>
/// <param name="desk">Where it is written down.</param>
/// <param name="store">Where logins are.</param>
/// <param name="index">Which logins stand for whom.</param>
/// <param name="pulse">Which sessions have fallen silent.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class Sessions(Desk desk, Store store, AccountIndex index, SessionPulse pulse, TimeProvider clock)
{
    /// <summary>Their open sessions, newest first: at most ten of each login.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="here">The session the request came with.</param>
    public async Task<Outcome<ImmutableArray<OpenedSession>>> OfAsync(Actor actor, OpenSessionUse? here)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (await OpenAsync(actor)).Then<ImmutableArray<OpenedSession>>(open => open
            .OrderByDescending(one => one.Session.Opened)
            .Select(one => new OpenedSession(
                KeyOf(one.Session), one.Session.Opened, one.Session.Ends, one.Session.Id == here?.Session))
            .ToImmutableArray());
    }

    /// <summary>Ends one of the actor's own sessions. Refuses <c>session.unknown</c>.</summary>
    /// <param name="actor">Whose it is.</param>
    /// <param name="key">Its key.</param>
    /// <param name="command">The command's id.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<Refusal?> EndAsync(Actor actor, string key, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await OpenAsync(actor)).TryGet(out var open, out var refusal))
        {
            return refusal;
        }

        return open.FirstOrDefault(one => KeyOf(one.Session) == key) is { Session: { } session } found
            ? (await desk.RunAsync<CloseSessions, Account>(found.Account, new(session.Id), actor, command, ct)).Refusal
            : RegistryRefusals.NotFound("session.unknown", "You have no such open session.");
    }

    private async Task<Outcome<ImmutableArray<(string Account, Session Session)>>> OpenAsync(Actor actor)
    {
        var now = clock.Now();
        var open = ImmutableArray.CreateBuilder<(string, Session)>();
        foreach (var account in index.Of(actor.Id))
        {
            if (!(await store.LoadAsync<Account>(account)).TryGet(out var loaded, out var refusal))
            {
                return refusal;
            }

            open.AddRange(loaded.State.Sessions
                .Where(session => session.Ends > now && !pulse.IsSilent(session.Id, now))
                .Select(session => (account, session)));
        }

        return open.ToImmutable();
    }

    private static string KeyOf(Session session) => Secrets.Hash(session.Id)[..16];
}
