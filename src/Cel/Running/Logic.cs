namespace Heluo.Cel.Running;

/// <summary>Terms joined by and, or by or: the deciding value wins over errors on either side.</summary>
internal sealed class LogicNode(bool isAnd, Node[] terms) : BoolNode
{
    private readonly Verdict _deciding = isAnd ? Verdict.False : Verdict.True;

    public bool IsAnd => isAnd;

    public override Verdict Test(ref Run run) => Judge(ref run, out _);

    /// <summary>Evaluates, and says which term decided: the deciding one, the first error, or -1.</summary>
    public Verdict Judge(ref Run run, out int decided)
    {
        CelError? first = null;
        decided = -1;
        for (var i = 0; i < terms.Length; i++)
        {
            var verdict = terms[i].Test(ref run);
            if (verdict == Verdict.Error)
            {
                if (first is null) (first, decided) = (run.Error, i);
                if (!run.Error!.IsFatal) continue;
                decided = i;
                return verdict;
            }

            if (verdict != _deciding) continue;
            decided = i;
            return verdict;
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
