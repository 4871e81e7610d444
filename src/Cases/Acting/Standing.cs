using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Whether somebody who stands for another still may, read in the commit that rests on it: an authorisation
/// that is
/// revoked while the act is on its way refuses it.</summary>
internal static class Standing
{
    public static void Declare(ReadList list, string? authorization)
    {
        if (authorization is not null)
        {
            list.Add<Authorization>(authorization);
        }
    }

    /// <summary>Why not; null: they stand for themselves, or rightly for the other.</summary>
    public static Refusal? Refuse(
        Actor actor, string? declared, Reads reads, SubjectRef subject, string procedure, Instant now)
    {
        if (actor.OnBehalfOf is null)
        {
            return null;
        }

        if (!actor.Covers(CaseAccess.Name(subject), procedure))
        {
            return Refusals.NotCovered();
        }

        return Authorization.KeyOf(actor) is { } key && key == declared
            && reads.Get<Authorization>(key).Carries(
                actor, CaseAccess.Name(subject), procedure, reads.Context<Rulebook>().City.DayAt(now))
                ? null
                : Refusals.NoAuthorization();
    }
}
