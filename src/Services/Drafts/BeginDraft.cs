using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>Begins an application for an item: by the applicant, or at the window by a clerk for the person
/// present.</summary>
/// <param name="Item">The item.</param>
/// <param name="Owner">Whose application it is; null: the actor's own or their principal's.</param>
/// <param name="Area">The division the matter belongs to, when it is already known.</param>
public sealed record BeginDraft(string Item, string? Owner, string? Area) : IDecision<BeginDraft, Draft>
{
    /// <summary>The role that takes applications at a window.</summary>
    public const string WindowRole = "clerk";

    /// <summary>The whole rule. Refuses <c>draft.exists</c>, <c>draft.sign_in</c>, <c>draft.not_yours</c>,
    /// <c>draft.no_item</c>, <c>case.area</c>.</summary>
    public static Outcome<Decided> Decide(Draft state, Actor actor, Reads reads, BeginDraft request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(request);
        var book = reads.Context<Rulebook>();
        if (state.Version > 0)
        {
            return DraftRefusals.Exists();
        }

        if (book.Current.Get(ItemKind.Kind).Find(request.Item)?.On(book.City.DayAt(now)) is not { } item)
        {
            return DraftRefusals.NoItem(request.Item);
        }

        if (request.Area is { } area && !book.City.Knows(area))
        {
            return DraftRefusals.Area();
        }

        return actor.Kind switch
        {
            ActorKind.Resident when !actor.Covers(
                $"{Services.Item.SubjectKind}/{request.Item}", item.Value.Procedure) =>
                DraftRefusals.NotYours(),
            ActorKind.Resident when request.Owner is null || request.Owner == actor.Subject =>
                Begun(actor.Subject, officer: null),
            ActorKind.Officer when request.Owner is { Length: > 0 } owner && actor.Duties.Any(
                duty => duty.Role == WindowRole) =>
                Begun(owner, actor.Id),
            ActorKind.Anonymous => DraftRefusals.SignIn(),
            _ => DraftRefusals.NotYours(),
        };

        Outcome<Decided> Begun(string owner, string? officer) =>
            Decided.With(new DraftBegun(owner, officer, request.Item, item.Number, request.Area));
    }
}
