using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>Ends a draft: it became a case, or its owner throws it away.</summary>
/// <param name="Number">Number of the case; null: thrown away.</param>
public sealed record CloseDraft(string? Number) : IDecision<CloseDraft, Draft>
{
    /// <summary>The whole rule. Refuses <c>draft.unknown</c>, <c>draft.closed</c>.</summary>
    public static Outcome<Decided> Decide(Draft state, Actor actor, Reads reads, CloseDraft request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        return state.Number is not null && state.Number == request.Number ? Decided.Nothing
            : DraftAccess.Refuse(state, actor, reads.Context<Rulebook>()) is { } refusal ? refusal
            : request.Number is { } number ? Decided.With(new DraftSent(number))
            : Decided.With(new DraftDropped());
    }
}
