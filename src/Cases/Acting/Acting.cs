using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>A permitted act on its way to becoming a fact: answers, needs, results, numbers, in this order.</summary>
internal sealed record Acting(
    Act Act, Case State, Actor Actor, Reads Reads, PerformAct Request, CaseRules Rules, Instant At)
{
    public Outcome<Decided> Become()
    {
        if (!Request.Papers.IsEmpty && !Act.TakesPapers)
        {
            return Refusals.NoPapersHere();
        }

        var asked = Rules.Ask(State, Actor, At);
        var (told, faults) = AnswerCheck.Check(Act.Form, Request.Answers, (when, soFar) => asked.Telling(soFar).Holds(when));
        var (changed, more) = ChangedAnswers(asked);
        ImmutableArray<Fault> all = [.. faults, .. more, .. OpenCase.UnknownPapers(Rules, Request.Papers)];
        if (!all.IsEmpty)
        {
            return Refusals.Answers(all);
        }

        ImmutableArray<Paper> papers =
            [.. Request.Papers.Select(one => new Paper(one.Rule, one.Name, one.Blob, one.Trust, At, Actor.Id))];
        var after = State with { Answers = State.Answers.SetItems(changed), Papers = State.Papers.AddRange(papers) };
        asked = Rules.Ask(after, Actor, At).Telling(told).On(Request.Step);
        foreach (var need in Act.Needs)
        {
            if (!asked.Holds(need.That))
            {
                return Refusals.Needs(need);
            }
        }

        return Results(after, asked, Act.Effects).TryGet(out var results, out var refusal)
            ? Fact(told, changed, papers, results.Results, results.Taken)
            : refusal;
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
        return (clean, [.. faults.Select(fault => fault with { Field = "caseAnswers." + fault.Field })]);
    }

    private Outcome<(Results Results, ImmutableArray<(string Serial, int Number)> Taken)> Results(
        Case after, Asked asked, Effects effects)
    {
        var ended = Request.Step;
        if (ended is not null)
        {
            after = after with
            {
                Plan = [.. after.Plan.Select(step => step.Id == ended ? step with { DoneAt = At, DoneBy = Actor.Id } : step)],
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

    private Outcome<Decided> Fact(
        ImmutableDictionary<string, JsonElement> told,
        ImmutableDictionary<string, JsonElement> changed,
        ImmutableArray<Paper> papers,
        Results results,
        ImmutableArray<(string Serial, int Number)> taken)
    {
        var (open, personal) = PersonalAnswers.Split(Act.Form, told, Actor.Subject);
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
