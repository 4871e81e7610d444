using Heluo.Cases;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Names the steps of a plan.</summary>
internal static class Plans
{
    /// <summary>The name of a step as its definition gives it; a part that is repeated carries its number.</summary>
    public static string NameOf(string step, Case state, CaseRules rules, Visit visit)
    {
        var planned = state.Plan.FirstOrDefault(one => one.Id == step);
        var name = planned is not null && rules.Subject.Plan is { } plan
            ? PlanNodes.Steps(plan).FirstOrDefault(rule => rule.Id == planned.Rule)?.Name
            : null;
        var dash = step.LastIndexOf('-');
        var turn = planned is not null && planned.Id != planned.Rule && dash > 0 ? $" {step[(dash + 1)..]}" : "";
        return name is null ? step : visit.Say(name) + turn;
    }
}
