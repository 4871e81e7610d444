using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Makes the first administrator of a city, a system administrator, once, with the login they use: they record officers
/// and
/// call the first security and audit administrators. The stream's key is the officer's id.
/// </summary>
/// <param name="Name">Their name at work, 1 to 60 characters.</param>
/// <param name="Account">The key of their login.</param>
/// <param name="CodeHash">The hash of a one-time code; null when a provider's login is linked.</param>
/// <param name="IdentityTag">The tag of their document's number among officers; null leaves open who they are.</param>
internal sealed record MakeFirstAdministrator(string Name, string Account, string? CodeHash, string? IdentityTag)
    : IDecision<MakeFirstAdministrator, Officer>, IDeclaresReads<Officer>
{
    /// <inheritdoc/>
    public void Declare(Officer state, ReadList list)
    {
        list.Add<Administration>(Administration.Key, mayWrite: true).Add<Account>(Account, mayWrite: true);
        if (IdentityTag is not null)
        {
            list.Add<IdentityClaim>(IdentityTag, mayWrite: true);
        }
    }

    /// <summary>
    /// Refuses <c>administrator.exists</c> for ever after the first, <c>account.linked</c>, and what
    /// <see cref="AppointOfficer"/> refuses.
    /// </summary>
    public static Outcome<Decided> Decide(
        Officer state, Actor actor, Reads reads, MakeFirstAdministrator request, Instant now)
    {
        if (!reads.Get<Administration>(Administration.Key).Seats.IsEmpty)
        {
            return RegistryRefusals.Conflict(
                "administrator.exists", "The city has had its first administrator already.");
        }

        if (reads.Get<Account>(request.Account).Holder is not null)
        {
            return RegistryRefusals.Conflict("account.linked", "This login stands for somebody already.");
        }

        var appointed = AppointOfficer.Decide(
            state, actor, reads, new AppointOfficer(request.Name, StaffNumber: null, request.IdentityTag), now);
        return appointed.Then<Decided>(decided => request.Becomes(decided, state, reads, now));
    }

    private Decided Becomes(Decided appointed, Officer state, Reads reads, Instant now)
    {
        var today = reads.Context<City>().DayAt(now);
        var duty = new DutyTerm(1, AdministratorKind.System.Role(), Agency: null, Area: null, today, To: null);
        var decided = appointed
            .And(new DutyGranted(duty))
            .Also<Administration>(
                Administration.Key, new AdministratorNamed(AdministratorKind.System, state.Id, 1, today, To: null))
            .Also<Account>(Account, new AccountLinked(state.Id));
        var ends = now + Duration.FromHours(reads.Context<SignInOptions>().CodeHours);
        return CodeHash is null ? decided : decided.Also<Account>(Account, new SignInCodeIssued(CodeHash, ends));
    }
}
