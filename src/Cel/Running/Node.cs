namespace Heluo.Cel.Running;

/// <summary>One part of a compiled expression. A node is a delegate with its operands: calling it evaluates it.
/// Errors are values; nothing here throws.</summary>
internal abstract class Node
{
    /// <summary>Where it stands in the source.</summary>
    public CelPosition At { get; init; }

    /// <summary>How many nodes it and its operands are: the steps of one turn of a macro around it.</summary>
    public int Weight { get; init; } = 1;

    public abstract CelValue Eval(ref Run run);

    /// <summary>Evaluates without copying where the value already stands somewhere; otherwise into the
    /// scratch.</summary>
    public virtual ref readonly CelValue Peek(ref Run run, ref CelValue scratch)
    {
        scratch = Eval(ref run);
        return ref scratch;
    }

    /// <summary>Evaluates to a truth; <see cref="Run.Error"/> holds the error otherwise.</summary>
    public virtual Verdict Test(ref Run run)
    {
        var value = Eval(ref run);
        if (value.Kind == CelKind.Bool) return value.AsBool ? Verdict.True : Verdict.False;
        run.Error = value.IsError
            ? value.AsError
            : Error(CelCodes.NoOverload, $"No such overload: a {Kinds.Name(value)} is no truth");
        return Verdict.Error;
    }

    protected CelError Error(string code, string message) => new(code, message, At);

    protected CelValue Fail(string code, string message) => CelValue.Fail(Error(code, message));

    protected CelValue NoOverload(string sign, in CelValue value) =>
        Fail(CelCodes.NoOverload, $"No such overload: {sign} does not take {Kinds.Name(value)}");

    protected CelValue NoOverload(string sign, in CelValue left, in CelValue right) =>
        Fail(CelCodes.NoOverload, $"No such overload: {sign} does not take {Kinds.Name(left)} and {Kinds.Name(right)}");
}
