using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Who may touch a draft: its owner, somebody authorised to stand for them, or the clerk who fills it
/// in.</summary>
internal static class DraftAccess
{
    public static bool IsTheirs(Draft draft, Actor actor, Rulebook book) =>
        (actor.Kind == ActorKind.Resident && actor.Subject == draft.Owner && draft.Officer is null
            && actor.Covers(
                $"{Services.Item.SubjectKind}/{draft.Item}",
                actor.CoversAll ? null : DraftForm.ItemOf(book, draft)?.Procedure))
        || (actor.Kind == ActorKind.Officer && draft.Officer is not null && actor.Id == draft.Officer);

    public static Refusal? Refuse(Draft draft, Actor actor, Rulebook book) =>
        draft.Version == 0 || !IsTheirs(draft, actor, book) ? DraftRefusals.Unknown()
        : !draft.IsOpen ? DraftRefusals.Closed()
        : null;
}
