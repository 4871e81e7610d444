namespace Heluo.Cel.Running;

/// <summary>A value known when the expression was compiled.</summary>
internal sealed class ConstNode(CelValue value) : Node
{
    public CelValue Value => value;

    public override CelValue Eval(ref Run run) => value;
}

/// <summary>A variable of the host.</summary>
internal sealed class SlotNode(int slot, string name) : Node
{
    public override CelValue Eval(ref Run run)
    {
        var value = run.Slots[slot];
        return value.Kind == CelKind.None ? Fail(CelCodes.Unbound, $"'{name}' has no value") : value;
    }
}

/// <summary>A name bound by a macro.</summary>
internal sealed class LocalNode(int local) : Node
{
    public override CelValue Eval(ref Run run) => run.Locals[local];
}

/// <summary>Something unknown in an unchecked expression.</summary>
internal sealed class FailNode(CelError error) : Node
{
    public override CelValue Eval(ref Run run) => CelValue.Fail(error);
}
