using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Gives out a code with which an officer can sign in once, to link their own login or while the provider is away. It
/// is
/// shown once; the journal keeps its hash. A new code takes the place of the old.
/// </summary>
/// <param name="Holder">The officer: <c>officer/…</c>. The account is theirs under the issuer
/// <see cref="SignInCodes.Issuer"/>.</param>
/// <param name="Hash">The hash of the secret.</param>
public sealed record IssueSignInCode(string Holder, string Hash)
    : IDecision<IssueSignInCode, Account>, IDeclaresReads<Account>
{
    /// <inheritdoc/>
    public void Declare(Account state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (People.Key(Holder, Officer.Family) is { } officer)
        {
            list.Add<Officer>(officer);
        }
    }

    /// <summary>Refuses <c>account.not_yours</c>, <c>account.linked</c>, <c>account.holder_unknown</c>.</summary>
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, IssueSignInCode request, Instant now)
    {
        if (!actor.Administers(AdministratorKind.System))
        {
            return RegistryRefusals.Forbidden("account.not_yours", "Only the system administrator gives out codes.");
        }

        if (state.Holder is not null && state.Holder != request.Holder)
        {
            return RegistryRefusals.Conflict("account.linked", "This login stands for somebody else.");
        }

        if (People.Key(request.Holder, Officer.Family) is not { } officer || reads.Get<Officer>(officer).Name is null)
        {
            return RegistryRefusals.NotFound("account.holder_unknown", "There is no such officer.");
        }

        var ends = now + Duration.FromHours(reads.Context<SignInOptions>().CodeHours);
        return state.Holder is null
            ? Decided.With(new AccountLinked(request.Holder), new SignInCodeIssued(request.Hash, ends))
            : Decided.With(new SignInCodeIssued(request.Hash, ends));
    }
}
