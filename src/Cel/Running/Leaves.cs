namespace Heluo.Cel.Running;

/// <summary>A value known when the expression was compiled.</summary>
internal sealed class ConstNode(CelValue value) : Node
{
    private readonly CelValue _value = value;

    public CelValue Value => _value;

    public override CelValue Eval(ref Run run) => _value;

    public override ref readonly CelValue Peek(ref Run run, ref CelValue scratch) => ref _value;
}

/// <summary>A variable of the host.</summary>
internal sealed class SlotNode(int slot, string name) : Node
{
    public override CelValue Eval(ref Run run)
    {
        ref readonly var value = ref run.Slots[slot];
        return value.Kind == CelKind.None ? Missing() : value;
    }

    public override ref readonly CelValue Peek(ref Run run, ref CelValue scratch)
    {
        ref readonly var value = ref run.Slots[slot];
        if (value.Kind != CelKind.None) return ref value;
        scratch = Missing();
        return ref scratch;
    }

    private CelValue Missing() => Fail(CelCodes.Unbound, $"'{name}' has no value");
}

/// <summary>A name bound by a macro.</summary>
internal sealed class LocalNode(int local) : Node
{
    public override CelValue Eval(ref Run run) => run.Locals[local];

    public override ref readonly CelValue Peek(ref Run run, ref CelValue scratch) => ref run.Locals[local];
}

/// <summary>Something unknown in an unchecked expression.</summary>
internal sealed class FailNode(CelError error) : Node
{
    public override CelValue Eval(ref Run run) => CelValue.Fail(error);
}
