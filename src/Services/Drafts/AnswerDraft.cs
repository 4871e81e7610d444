using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>Answers one or more questions of a draft. What is checked now is the form of each answer; whether all is
/// there
/// is checked when it is sent.</summary>
/// <param name="Answers">Answers by field; an empty one takes an answer back.</param>
/// <param name="Area">The division the matter belongs to; null: as before.</param>
public sealed record AnswerDraft(ImmutableDictionary<string, JsonElement> Answers, string? Area)
    : IDecision<AnswerDraft, Draft>
{
    /// <summary>The whole rule. Refuses <c>draft.unknown</c>, <c>draft.closed</c>, <c>case.area</c>,
    /// <c>act.answers</c>.</summary>
    public static Outcome<Decided> Decide(Draft state, Actor actor, Reads reads, AnswerDraft request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(request);
        if (DraftAccess.Refuse(state, actor, reads.Context<Rulebook>()) is { } refusal)
        {
            return refusal;
        }

        var book = reads.Context<Rulebook>();
        if (request.Area is { } area && !book.City.Knows(area))
        {
            return DraftRefusals.Area();
        }

        var form = DraftForm.Of(book, state);
        var (clean, faults) = AnswerCheck.Check(form, request.Answers, (_, _) => true, partial: true);
        if (!faults.IsEmpty)
        {
            return DraftRefusals.Answers(faults);
        }

        var decided = request.Area is { } placed && placed != state.Area
            ? Decided.With(new DraftPlaced(placed))
            : Decided.Nothing;
        ImmutableArray<string> cleared = [.. request.Answers.Keys.Where(field => !clean.ContainsKey(field))];
        if (clean.IsEmpty && cleared.IsEmpty)
        {
            return decided;
        }

        var personal = form.Where(field => field.Personal is not null && clean.ContainsKey(field.Name))
            .ToImmutableDictionary(
                field => field.Name,
                field => Sealed.Of(state.Owner, field.Personal!.Purpose, clean[field.Name]));
        return decided.And(new DraftAnswered(clean.RemoveRange(personal.Keys), personal, cleared));
    }
}
