namespace Heluo.Cel.Running;

/// <summary>A node that gives a truth or an error.</summary>
internal abstract class BoolNode : Node
{
    public abstract override Verdict Test(ref Run run);

    public sealed override CelValue Eval(ref Run run) => Test(ref run) switch
    {
        Verdict.True => CelValue.True,
        Verdict.False => CelValue.False,
        _ => CelValue.Fail(run.Error!),
    };

    protected static Verdict Of(bool truth) => truth ? Verdict.True : Verdict.False;

    protected static Verdict Fail(ref Run run, in CelValue error)
    {
        run.Error = error.AsError;
        return Verdict.Error;
    }
}
