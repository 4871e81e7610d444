using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Makes a login stand for a person or an officer. The stream's key is <see cref="Account.KeyOf"/>.</summary>
/// <param name="Holder"><c>person/…</c> or <c>officer/…</c>.</param>
public sealed record LinkAccount(string Holder) : IDecision<LinkAccount, Account>, IDeclaresReads<Account>
{
    /// <inheritdoc/>
    public void Declare(Account state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (People.Key(Holder, Officer.Family) is { } officer)
        {
            list.Add<Officer>(officer);
        }
        else if (People.Key(Holder, Person.Family) is { } person)
        {
            list.Add<Person>(person);
        }
    }

    /// <summary>
    /// Refuses <c>account.not_yours</c>, <c>account.linked</c> (to somebody else; to the same it is done already),
    /// <c>account.holder_unknown</c>. The system administrator links officers; persons are linked by the house alone.
    /// </summary>
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, LinkAccount request, Instant now)
    {
        var officer = People.Key(request.Holder, Officer.Family);
        if (officer is null ? actor.Kind != ActorKind.House : !actor.Administers(AdministratorKind.System))
        {
            return RegistryRefusals.Forbidden(
                "account.not_yours", "Only the system administrator links logins of officers.");
        }

        var known = officer is not null
            ? reads.Get<Officer>(officer).Name is not null
            : People.Key(request.Holder, Person.Family) is { } person && reads.Get<Person>(person).IsRegistered;
        if (!known)
        {
            return RegistryRefusals.NotFound("account.holder_unknown", "There is no such person or officer.");
        }

        return state.Holder switch
        {
            null => Decided.With(new AccountLinked(request.Holder)),
            var holder when holder == request.Holder => Decided.Nothing,
            _ => RegistryRefusals.Conflict("account.linked", "This login stands for somebody else."),
        };
    }
}
