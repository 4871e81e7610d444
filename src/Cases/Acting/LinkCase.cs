using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Notes on a case that another was opened from it, or belongs with it.</summary>
/// <param name="Number">Number of the other case.</param>
/// <param name="Why">What it is to this one, e.g. <c>opened</c>.</param>
public sealed record LinkCase(string Number, string Why) : IDecision<LinkCase, Case>
{
    /// <summary>The whole rule. Refuses <c>case.unknown</c>; a link that stands already changes nothing.</summary>
    public static Outcome<Decided> Decide(Case state, Actor actor, Reads reads, LinkCase request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(request);
        return !state.Exists || !CaseAccess.MayRead(state, actor, reads.Context<Rulebook>().For(state))
            ? Refusals.Unknown()
            : state.Links.ContainsKey(request.Number)
                ? Decided.Nothing
                : Decided.With(new CaseLinked(request.Number, request.Why));
    }
}
