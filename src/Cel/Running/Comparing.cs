using Heluo.Cel.Values;

namespace Heluo.Cel.Running;

internal sealed class EqualNode(Node left, Node right, bool negated) : BoolNode
{
    public override Verdict Test(ref Run run)
    {
        var one = left.Eval(ref run);
        if (one.IsError) return Fail(ref run, one);
        var two = right.Eval(ref run);
        if (two.IsError) return Fail(ref run, two);
        var same = Equality.Same(one, two, ref run.Steps);
        return run.Steps < 0 ? Fail(ref run, run.OutOfSteps(At)) : Of(same != negated);
    }
}

/// <summary>Less, greater and their kin: true when the order is one of the two accepted.</summary>
internal sealed class CompareNode(Node left, Node right, string sign, int wanted, bool orEqual) : BoolNode
{
    public override Verdict Test(ref Run run)
    {
        var one = left.Eval(ref run);
        if (one.IsError) return Fail(ref run, one);
        var two = right.Eval(ref run);
        if (two.IsError) return Fail(ref run, two);
        if (one.Kind == CelKind.Int && two.Kind == CelKind.Int) return Judge(one.AsInt.CompareTo(two.AsInt));
        if (!Ordering.TryCompare(one, two, out var order)) return Fail(ref run, NoOverload(sign, one, two));
        return order is { } known ? Judge(known) : Verdict.False;
    }

    private Verdict Judge(int order) => Of(order == 0 ? orEqual : (order < 0) == (wanted < 0));
}

/// <summary>Whether a list has an item or a map has a key.</summary>
internal sealed class InNode(Node item, Node container) : BoolNode
{
    public override Verdict Test(ref Run run)
    {
        var one = item.Eval(ref run);
        if (one.IsError) return Fail(ref run, one);
        var many = container.Eval(ref run);
        if (many.IsError) return Fail(ref run, many);
        if (many.Kind == CelKind.Map) return Of(IsKey(one) && many.AsMap.TryGet(one, out _));
        if (many.Kind != CelKind.List) return Fail(ref run, NoOverload("in", one, many));
        foreach (ref readonly var candidate in many.AsList.Span)
        {
            if (!run.Spend(1)) break;
            if (Equality.Same(one, candidate, ref run.Steps) && run.Steps >= 0) return Verdict.True;
        }

        return run.Steps < 0 ? Fail(ref run, run.OutOfSteps(At)) : Verdict.False;
    }

    private static bool IsKey(in CelValue value) =>
        value.Kind is CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String;
}
