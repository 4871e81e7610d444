using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>Attaches a paper to a draft, or records one seen at the window.</summary>
/// <param name="Paper">The paper; its content already rests in the blob store.</param>
public sealed record AttachPaper(DraftPaper Paper) : IDecision<AttachPaper, Draft>
{
    /// <summary>Most papers of one draft.</summary>
    public const int MostPapers = 100;

    /// <summary>The whole rule. Refuses <c>draft.unknown</c>, <c>draft.closed</c>, <c>papers.unknown</c>,
    /// <c>papers.too_many</c>, <c>papers.no_content</c>.</summary>
    public static Outcome<Decided> Decide(Draft state, Actor actor, Reads reads, AttachPaper request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(request);
        if (DraftAccess.Refuse(state, actor, reads.Context<Rulebook>()) is { } refusal)
        {
            return refusal;
        }

        var item = DraftForm.ItemOf(reads.Context<Rulebook>(), state);
        return request.Paper.Rule != "other" && item?.Papers.All(paper => paper.Id != request.Paper.Rule) != false
            ? DraftRefusals.NoPaper(request.Paper.Rule)
            : state.Papers.Length >= MostPapers ? DraftRefusals.TooManyPapers()
            : request.Paper.Blob is null && state.Officer is null ? DraftRefusals.NoContent()
            : Decided.With(new PaperAttached(request.Paper));
    }
}

/// <summary>Takes a paper away from a draft.</summary>
/// <param name="Id">The paper.</param>
public sealed record DetachPaper(string Id) : IDecision<DetachPaper, Draft>
{
    /// <summary>The whole rule. Refuses <c>draft.unknown</c>, <c>draft.closed</c>; a paper that is gone changes
    /// nothing.</summary>
    public static Outcome<Decided> Decide(Draft state, Actor actor, Reads reads, DetachPaper request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        return DraftAccess.Refuse(state, actor, reads.Context<Rulebook>()) is { } refusal ? refusal
            : state.Papers.Any(paper => paper.Id == request.Id) ? Decided.With(new PaperDetached(request.Id))
            : Decided.Nothing;
    }
}
