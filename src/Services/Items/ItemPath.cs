using Heluo.Cases;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Services;

/// <summary>The proof of an item's promise: the longest way from acceptance to decision.</summary>
public static class ItemPath
{
    /// <summary>The clock of a procedure that the promise is counted on.</summary>
    public const string PromiseClock = "promise";

    /// <summary>The shortest and longest way of an item; null when its procedure is not in force or has no
    /// promise.</summary>
    public static ProcedureProof? Of(PackSet set, Item item, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(item);
        return set.Get(ProcedureKind.Kind).Find(item.Procedure) is { } dated
            && (dated.On(day) ?? dated.Versions[0]).Value is { } procedure
            && procedure.Clocks.ContainsKey(PromiseClock)
            ? ProcedureProof.Of(procedure, PromiseClock, PlanOf(item), item.StageDays)
            : null;
    }

    private static PlanNode? PlanOf(Item item) =>
        item.Plan is { } plan ? PlanLists.Bounded(plan, item.Form) : null;
}
