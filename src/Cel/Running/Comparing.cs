using Heluo.Cel.Reading;
using Heluo.Cel.Values;

namespace Heluo.Cel.Running;

internal sealed class EqualNode(Node left, Node right, bool negated) : BoolNode
{
    public override Verdict Test(ref Run run)
    {
        CelValue first = default, second = default;
        ref readonly var one = ref left.Peek(ref run, ref first);
        if (one.IsError) return Fail(ref run, one);
        ref readonly var two = ref right.Peek(ref run, ref second);
        if (one.Kind == CelKind.String && two.Kind == CelKind.String)
        {
            return Of((one.RawText == two.RawText) != negated);
        }

        if (two.IsError) return Fail(ref run, two);
        var same = Equality.Same(one, two, ref run.Steps);
        return run.Steps < 0 ? Fail(ref run, run.OutOfSteps(At)) : Of(same != negated);
    }
}

/// <summary>Less, greater and their kin: true when the order is one of those accepted.</summary>
internal sealed class CompareNode(Node left, Node right, string function) : BoolNode
{
    private readonly string _sign = Operators.Sign(function);
    private readonly bool _wantsLess = function is Operators.Less or Operators.LessOrEqual;
    private readonly bool _orEqual = function is Operators.LessOrEqual or Operators.GreaterOrEqual;

    public override Verdict Test(ref Run run)
    {
        CelValue first = default, second = default;
        ref readonly var one = ref left.Peek(ref run, ref first);
        if (one.IsError) return Fail(ref run, one);
        ref readonly var two = ref right.Peek(ref run, ref second);
        if (one.Kind == CelKind.Int && two.Kind == CelKind.Int) return Judge(one.RawInt.CompareTo(two.RawInt));
        if (two.IsError) return Fail(ref run, two);
        if (!Ordering.TryCompare(one, two, out var order)) return Fail(ref run, NoOverload(_sign, one, two));
        return order is { } known ? Judge(known) : Verdict.False;
    }

    private Verdict Judge(int order) => Of(order == 0 ? _orEqual : (order < 0) == _wantsLess);
}

/// <summary>Whether a list has an item or a map has a key.</summary>
internal sealed class InNode(Node item, Node container) : BoolNode
{
    public override Verdict Test(ref Run run)
    {
        CelValue first = default, second = default;
        ref readonly var one = ref item.Peek(ref run, ref first);
        if (one.IsError) return Fail(ref run, one);
        ref readonly var many = ref container.Peek(ref run, ref second);
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

/// <summary>Whether a text is one of a few that stand in the expression.</summary>
internal sealed class InTextsNode(Node item, string[] texts) : BoolNode
{
    private const int Few = 8;
    private readonly HashSet<string>? _many = texts.Length > Few ? new(texts, StringComparer.Ordinal) : null;

    /// <summary>This node for a list of constant texts; null for any other.</summary>
    public static InTextsNode? For(Node item, Node container, CelPosition at, int weight)
    {
        if (container is not ConstNode { Value.Kind: CelKind.List } list) return null;
        var texts = list.Value.AsList;
        if (texts.Any(text => text.Kind != CelKind.String)) return null;
        return new InTextsNode(item, [.. texts.Select(text => text.AsString)]) { At = at, Weight = weight };
    }

    public override Verdict Test(ref Run run)
    {
        CelValue scratch = default;
        ref readonly var one = ref item.Peek(ref run, ref scratch);
        if (one.IsError) return Fail(ref run, one);
        if (one.Kind != CelKind.String) return Verdict.False;
        if (_many is not null) return Of(_many.Contains(one.RawText));
        foreach (var text in texts)
        {
            if (text == one.RawText) return Verdict.True;
        }

        return Verdict.False;
    }
}
