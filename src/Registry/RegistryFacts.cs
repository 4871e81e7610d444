using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Every fact and state of the room.</summary>
public static class RegistryFacts
{
    /// <summary>Adds the registry's states and facts to the catalog of a store.</summary>
    public static FactCatalog AddRegistry(this FactCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog
            .AddState<Person>().Add<PersonRegistered>("person.registered")
            .AddState<Firm>().Add<FirmRegistered>("firm.registered")
            .Add<FirmRepresented>("firm.represented")
            .AddState<IdentityClaim>().Add<IdentityClaimed>("identity.claimed")
            .AddState<Authorization>()
            .Add<AuthorizationGranted>("authorization.granted").Add<AuthorizationRevoked>("authorization.revoked")
            .AddState<Officer>().Add<OfficerAppointed>("officer.appointed")
            .Add<DutyGranted>("officer.duty_granted").Add<DutyEnded>("officer.duty_ended")
            .Add<LeaveCovered>("officer.leave_covered").Add<CoverTaken>("officer.cover_taken")
            .Add<CoverEnded>("officer.cover_ended")
            .AddState<Administration>()
            .Add<AdministratorNamed>("administrator.named").Add<AdministratorLeft>("administrator.left")
            .AddState<Account>().Add<AccountLinked>("account.linked").Add<AccountSwitched>("account.switched")
            .Add<AccountUnlocked>("account.unlocked").Add<SignInFailed>("account.sign_in_failed")
            .Add<SignInCodeIssued>("account.code_issued").Add<SignInCodeUsed>("account.code_used")
            .Add<SessionOpened>("account.session_opened").Add<SessionsClosed>("account.sessions_closed")
            .AddState<ApiKey>().Add<ApiKeyCreated>("key.created").Add<ApiKeyRevoked>("key.revoked")
            .AddState<LookLog>().Add<DataOpened>("data.opened")
            .AddState<ErasureOrder>().Add<ErasureOrdered>("erasure.ordered");
    }
}
