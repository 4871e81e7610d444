using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>The lists of drafts for rooms that draw them: it knows of no store.</summary>
/// <param name="index">Keeps the lists.</param>
/// <param name="book">Says which procedure an item is under.</param>
public sealed class DraftLists(DraftIndex index, Rulebook book)
{
    /// <summary>The open drafts somebody works on, the last touched first: an applicant's own, a clerk's at the
    /// window.</summary>
    public ImmutableArray<Draft> Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return
        [
            .. index.Of(actor.Kind == ActorKind.Officer ? actor.Id : actor.Subject)
                .Where(draft => DraftAccess.IsTheirs(draft, actor, book)),
        ];
    }
}
