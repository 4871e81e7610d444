using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Ends one session of a login, or all of them: signing out here, or everywhere.</summary>
/// <param name="Session">The session; null means every one.</param>
public sealed record CloseSessions(string? Session = null) : IDecision<CloseSessions, Account>
{
    /// <summary>
    /// Refuses <c>account.not_yours</c> (only the holder, and the security administrator) and <c>account.none</c>.
    /// </summary>
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, CloseSessions request, Instant now)
    {
        if (actor.Id != state.Holder && !actor.Administers(AdministratorKind.Security))
        {
            return RegistryRefusals.Forbidden(
                "account.not_yours", "Only the holder or the security administrator ends sessions.");
        }

        if (state.Holder is null)
        {
            return RegistryRefusals.NotFound("account.none", "This login stands for nobody here.");
        }

        var ids = state.Sessions.Select(session => session.Id)
            .Where(id => request.Session is null || id == request.Session);
        return ids.ToArray() is { Length: > 0 } closed
            ? Decided.With(new SessionsClosed([.. closed]))
            : Decided.Nothing;
    }
}
