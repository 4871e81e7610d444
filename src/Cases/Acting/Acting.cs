using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>An act that may be performed, on its way to becoming a fact: answers, needs, results, numbers, in this
/// order.</summary>
internal sealed record Acting(
    Act Act, Case State, Actor Actor, Reads Reads, PerformAct Request, CaseRules Rules, Instant At)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);

    public Outcome<Decided> Become()
    {
        if (!Request.Papers.IsEmpty && !Act.TakesPapers)
        {
            return Refusals.NoPapersHere();
        }

        var asked = Rules.Ask(State, Actor, At);
        var (told, faults) =
            AnswerCheck.Check(Act.Form, Request.Answers, (when, soFar) => asked.Telling(soFar).Holds(when));
        var (changed, more) = ChangedAnswers(asked);
        var city = Reads.Context<Rulebook>().City;
        ImmutableArray<Fault> all =
        [
            .. faults, .. more, .. PaperCheck.Faults(Rules, Request.Papers, State.Papers.Length),
            .. PlaceCheck.Faults(Act.Form, told, city), .. PlaceCheck.Faults(Rules.Subject.Form, changed, city),
        ];
        if (!all.IsEmpty)
        {
            return Refusals.Answers(all);
        }

        ImmutableArray<Paper> papers =
            [.. Request.Papers.Select(one => new Paper(one.Rule, one.Name, one.Blob, one.Trust, At, Actor.Id))];
        var (open, personal) = PersonalAnswers.Split(Act.Form, told, Concerned());
        var after =
            State with { Answers = CaseApply.Mend(State.Answers, changed), Papers = State.Papers.AddRange(papers) };
        asked = Rules.Ask(after, Actor, At).Telling(open).On(Request.Step);
        foreach (var need in Act.Needs)
        {
            if (!asked.Holds(need.That))
            {
                return Refusals.Needs(need);
            }
        }

        if (!Results(after, asked, Act.Effects).TryGet(out var results, out var refusal)
            || !Erasing.Of(this, asked).TryGet(out var erasing, out refusal))
        {
            return refusal;
        }

        var decided = Fact(open, personal, changed, papers, results.Results, results.Taken);
        return erasing.Order is { } order ? decided.Also<ErasureOrder>(Request.Erasure!, order) : decided;
    }

    private (ImmutableDictionary<string, JsonElement> Clean, ImmutableArray<Fault> Faults) ChangedAnswers(Asked asked)
    {
        if (Request.CaseAnswers.IsEmpty)
        {
            return (ImmutableDictionary<string, JsonElement>.Empty, []);
        }

        if (!Act.TakesAnswers)
        {
            return (ImmutableDictionary<string, JsonElement>.Empty,
                [new Fault("caseAnswers", "act.no_answers", "This act changes no answers of the case.")]);
        }

        // Personal answers are replaced as a whole by the module that asked them; here the public ones are mended.
        ImmutableArray<Field> open = [.. Rules.Subject.Form.Where(field => field.Personal is null)];
        var merged = State.Answers.SetItems(Request.CaseAnswers);
        var (clean, faults) = AnswerCheck.Check(open, merged, (when, soFar) => asked.Answering(soFar).Holds(when));

        // A question that is no longer asked loses its answer; null says so in the fact.
        foreach (var gone in State.Answers.Keys.Where(field => !clean.ContainsKey(field)))
        {
            clean = clean.Add(gone, Nothing);
        }

        return (
            clean.RemoveRange(Same(clean)),
            [.. faults.Select(fault => fault with { Field = "caseAnswers." + fault.Field })]);
    }

    private IEnumerable<string> Same(ImmutableDictionary<string, JsonElement> clean) => clean
        .Where(one => State.Answers.TryGetValue(one.Key, out var was) && JsonElement.DeepEquals(was, one.Value))
        .Select(one => one.Key);

    // Whose data personal answers are: the party who tells them, else the party the case is about.
    private string Concerned() => State.Parties.ContainsValue(Actor.Subject)
        ? Actor.Subject
        : State.Parties.GetValueOrDefault(Rules.Procedure.Parties[0], Actor.Subject);

    private Outcome<(Results Results, ImmutableArray<(string Serial, int Number)> Taken)> Results(
        Case after, Asked asked, Effects effects)
    {
        var ended = Request.Step;
        if (ended is not null)
        {
            after = after with
            {
                Plan = [.. after.Plan.Select(
                    step => step.Id == ended ? step with { DoneAt = At, DoneBy = Actor.Id } : step)],
            };
        }

        var to = Act.To;
        if (ended is not null && after.Plan.All(step => step.DoneAt is not null))
        {
            to ??= Rules.Procedure.Stage(after.Stage).Then;
        }

        if (!DocumentNumbers.Take(Rules, after, effects.Documents, Reads, Request.Serials, Request.Token, At)
            .TryGet(out var issued, out var refusal))
        {
            return refusal;
        }

        return new ActResults(Rules, after, asked, At).Of(effects, to, Act.Id, issued.Documents)
            .TryGet(out var results, out refusal)
            ? (results, issued.Taken)
            : refusal;
    }

    private Decided Fact(
        ImmutableDictionary<string, JsonElement> open,
        ImmutableDictionary<string, Sealed> personal,
        ImmutableDictionary<string, JsonElement> changed,
        ImmutableArray<Paper> papers,
        Results results,
        ImmutableArray<(string Serial, int Number)> taken)
    {
        var decided = Decided.With(new ActPerformed
        {
            Act = Act.Id,
            Step = Request.Step,
            Told = open,
            Personal = personal,
            Answers = changed,
            Papers = papers,
            LegalAt = Request.LegalAt,
            For = Actor.OnBehalfOf,
            Results = results,
        });

        foreach (var (serial, number) in taken)
        {
            decided = decided.Also<Serial>(serial, new SerialTaken(number));
        }

        return decided;
    }
}
