using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>How facts change a case. Mechanical: every result was computed when the fact was decided.</summary>
internal static class CaseApply
{
    public static Case Opened(Case before, CaseOpened fact, Stamp stamp) => Take(
        before with
        {
            Number = fact.Number,
            Procedure = fact.Procedure,
            ProcedureVersion = fact.ProcedureVersion,
            Pack = fact.Pack,
            Subject = fact.Subject,
            Title = fact.Title,
            Area = fact.Area,
            Agency = fact.Agency,
            Parties = fact.Parties,
            Channel = fact.Channel,
            Params = fact.Params,
            Limits = fact.Limits,
            Answers = fact.Answers,
            Personal = fact.Personal,
            Papers = fact.Papers,
            OpenedAt = stamp.At,
        },
        fact.Results,
        stamp.At);

    public static Case Act(Case before, ActPerformed fact, Stamp stamp)
    {
        var at = fact.LegalAt ?? stamp.At;
        var after = before with
        {
            Answers = Mend(before.Answers, fact.Answers),
            Papers = before.Papers.AddRange(fact.Papers),
            Acts = before.Acts.SetItem(fact.Act, new Performed(before.Count(fact.Act) + 1, stamp.Actor, at)),
        };

        if (fact.Step is { } ended)
        {
            after = after with
            {
                Plan = [.. after.Plan.Select(step =>
                    step.Id == ended ? step with { DoneAt = at, DoneBy = stamp.Actor } : step)],
            };
        }

        return Take(after, fact.Results, at);
    }

    public static Case Assigned(Case before, CaseAssigned fact) => fact.Step is { } id
        ? before with
        {
            Plan = [.. before.Plan.Select(step => step.Id == id ? step with { Assignee = fact.Officer } : step)],
        }
        : before with { Assignee = fact.Officer };

    /// <summary>The answers of a case with some changed; null takes one away.</summary>
    public static ImmutableDictionary<string, JsonElement> Mend(
        ImmutableDictionary<string, JsonElement> before, ImmutableDictionary<string, JsonElement> changed) =>
        before.SetItems(changed)
            .RemoveRange(changed.Where(one => one.Value.ValueKind == JsonValueKind.Null).Select(one => one.Key));

    private static Case Take(Case after, Results results, NodaTime.Instant at)
    {
        after = after with
        {
            Clocks = Merge(after.Clocks, results.Clocks),
            Documents = after.Documents.AddRange(results.Documents),
            Marks = after.Marks.SetItems(results.Marks),
            Agency = results.Agency ?? after.Agency,
            Plan = results.Plan.IsDefaultOrEmpty ? after.Plan : results.Plan,
        };

        return results.Stage is null
            ? after with { Assignee = results.Assignee ?? after.Assignee }
            : after with
            {
                Stage = results.Stage,
                Before = after.Stage,
                StageSince = at,
                Desk = results.Desk,
                Light = results.Light,
                Assignee = results.Assignee,
                End = results.End,
                EndedAt = results.End is null ? null : at,
            };
    }

    private static ImmutableArray<CaseClock> Merge(ImmutableArray<CaseClock> before, ImmutableArray<CaseClock> changed)
    {
        foreach (var clock in changed)
        {
            var place = before.FindIndex(known => known.Id == clock.Id);
            before = place < 0 ? before.Add(clock) : before.SetItem(place, clock);
        }

        return before;
    }
}

internal static class ImmutableArrayFinding
{
    public static int FindIndex<T>(this ImmutableArray<T> all, Predicate<T> match)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (match(all[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
