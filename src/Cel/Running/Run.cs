namespace Heluo.Cel.Running;

/// <summary>One evaluation: the values of variables, the values of inner names, and what may still be spent.</summary>
internal ref struct Run(ReadOnlySpan<CelValue> slots, CelValue[] locals, CelBudget budget, CelZones zones)
{
    public readonly ReadOnlySpan<CelValue> Slots = slots;
    public readonly CelValue[] Locals = locals;
    public readonly CelBudget Budget = budget;
    public readonly CelZones Zones = zones;

    /// <summary>Steps left; walks over values run it down and the next check finds it below zero.</summary>
    public int Steps = budget.Steps;

    /// <summary>The error behind the last <see cref="Verdict.Error"/>.</summary>
    public CelError? Error;

    /// <summary>Takes steps; false when they are used up.</summary>
    public bool Spend(long steps)
    {
        Steps = (int)Math.Max(Steps - steps, -1);
        return Steps >= 0;
    }

    public readonly CelValue OutOfSteps(CelPosition? at = null) =>
        CelValue.Fail(new CelError(CelCodes.Budget, $"The evaluation takes more than {Budget.Steps} steps", at));

    public readonly CelValue TooLong(CelPosition? at = null) =>
        CelValue.Fail(new CelError(CelCodes.Budget, $"The text would be longer than {Budget.TextLength}", at));

    public readonly CelValue TooMany(CelPosition? at = null) =>
        CelValue.Fail(new CelError(CelCodes.Budget, $"The list would have more than {Budget.Items} items", at));
}
