using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Simulation;

/// <summary>How often officers choose which of the acts open to them. The acts are the pack's; a habit for one that a
/// pack does
/// not have is never asked, and an act without a habit is chosen like any other.</summary>
internal static class Habits
{
    private static readonly Dictionary<string, int> Weights = new(StringComparer.Ordinal)
    {
        ["accept"] = 60, ["request-correction"] = 8, ["refuse-acceptance"] = 1, ["add-papers"] = 4,
            ["decide-at-once"] = 60,
        ["conclude-step"] = 60, ["begin-special"] = 6, ["end-special"] = 60, ["extend"] = 10, ["approve"] = 60,
            ["reject"] = 6,
        ["terminate"] = 1, ["deliver"] = 60, ["answer-correction"] = 60, ["withdraw"] = 2,
        ["file"] = 60, ["dismiss"] = 6, ["dispatch"] = 60, ["send-back"] = 3, ["report-done"] = 60, ["rework"] = 8,
        ["close"] = 60, ["reopen"] = 1,
    };

    /// <summary>One of the acts allowed; null: nothing is done.</summary>
    public static AllowedAct? Choose(ImmutableArray<AllowedAct> allowed, Case state, Town town, Random chance)
    {
        var instant = state.Params.GetValueOrDefault("kind") == "instant";
        var incomplete = Missing(state, town).Any();
        var open = allowed
            .Where(one => one.Act.Id != (instant ? "accept" : "decide-at-once"))
            .Where(one => !incomplete || one.Act.Id is not ("accept" or "decide-at-once"))
            .ToArray();
        var total = open.Sum(one => Weights.GetValueOrDefault(one.Act.Id, 10));
        var drawn = total == 0 ? 0 : chance.Next(total);
        foreach (var one in open)
        {
            drawn -= Weights.GetValueOrDefault(one.Act.Id, 10);
            if (drawn < 0)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>What chance cannot know: to whom a case is dispatched, how long something takes.</summary>
    public static ImmutableDictionary<string, JsonElement> Adjust(
        ImmutableDictionary<string, JsonElement> answers, Act act, Case state, Town town)
    {
        foreach (var field in act.Form.Where(field => field.Type == FieldType.Agency))
        {
            answers = answers.SetItem(field.Name, JsonSerializer.SerializeToElement(state.Agency));
        }

        return answers.ContainsKey("days") && act.Form.Any(field => field.Name == "days" && field.Max > 10)
            ? answers.SetItem("days", JsonSerializer.SerializeToElement(8))
            : answers;
    }

    /// <summary>The papers that come with an act that takes them: all that are still missing.</summary>
    public static ImmutableArray<PaperGiven> Papers(Act act, Case state, Town town)
    {
        return act.TakesPapers
            ? [.. Missing(state, town)
                .Select(paper => new PaperGiven(paper.Id, paper.Name.In(town.Packs.Languages[0]), Blob: null, "B"))]
            : [];
    }

    private static IEnumerable<PaperRule> Missing(Case state, Town town)
    {
        var rules = town.Rules.For(state);
        return rules.Wanted(rules.Ask(state, Actor.House, town.Clock.Now()))
            .Where(paper => paper.Required && state.Papers.All(given => given.Rule != paper.Id));
    }
}
