using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Switches a login off, which ends its sessions, or on again; on also ends a lock.</summary>
/// <param name="Disabled">Whether it is to be off.</param>
public sealed record SwitchAccount(bool Disabled) : IDecision<SwitchAccount, Account>
{
    /// <summary>Refuses <c>account.not_yours</c>, <c>account.own</c>, <c>account.none</c>.</summary>
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, SwitchAccount request, Instant now)
    {
        if (!actor.Administers(AdministratorKind.System))
        {
            return RegistryRefusals.Forbidden("account.not_yours", "Only the system administrator switches logins.");
        }

        if (state.Holder is null)
        {
            return RegistryRefusals.NotFound("account.none", "This login stands for nobody here.");
        }

        if (state.Holder == actor.Id)
        {
            return RegistryRefusals.Forbidden("account.own", "Nobody switches their own login.");
        }

        var switched = state.Disabled != request.Disabled;
        var unlocks = !request.Disabled && (state.LockedUntil is not null || state.Failures > 0);
        var decided = switched ? Decided.With(new AccountSwitched(request.Disabled)) : Decided.Nothing;
        return unlocks ? decided.And(new AccountUnlocked()) : decided;
    }
}
