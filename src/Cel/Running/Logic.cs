namespace Heluo.Cel.Running;

/// <summary>Terms joined by and, or by or: the deciding value wins over errors on either side.</summary>
internal sealed class LogicNode(bool isAnd, Node[] terms) : BoolNode
{
    private readonly Verdict _deciding = isAnd ? Verdict.False : Verdict.True;

    public override Verdict Test(ref Run run)
    {
        CelError? first = null;
        foreach (var term in terms)
        {
            var verdict = term.Test(ref run);
            if (verdict == _deciding) return verdict;
            if (verdict != Verdict.Error) continue;
            if (run.Error!.IsFatal) return verdict;
            first ??= run.Error;
        }

        if (first is null) return isAnd ? Verdict.True : Verdict.False;
        run.Error = first;
        return Verdict.Error;
    }
}

internal sealed class NotNode(Node operand) : BoolNode
{
    public override Verdict Test(ref Run run) => operand.Test(ref run) switch
    {
        Verdict.True => Verdict.False,
        Verdict.False => Verdict.True,
        _ => Verdict.Error,
    };
}

internal sealed class ConditionalNode(Node condition, Node yes, Node no) : Node
{
    public override CelValue Eval(ref Run run) => condition.Test(ref run) switch
    {
        Verdict.True => yes.Eval(ref run),
        Verdict.False => no.Eval(ref run),
        _ => CelValue.Fail(run.Error!),
    };

    public override Verdict Test(ref Run run) => condition.Test(ref run) switch
    {
        Verdict.True => yes.Test(ref run),
        Verdict.False => no.Test(ref run),
        _ => Verdict.Error,
    };
}
