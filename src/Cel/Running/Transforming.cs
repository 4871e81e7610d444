namespace Heluo.Cel.Running;

/// <summary>A walk that gathers; the filter, when there is one, says what is gathered.</summary>
internal abstract class GatherNode<TState>(Node range, int local, bool hasSecond, Node? filter)
    : FoldNode(range, local, hasSecond)
{
    protected abstract TState Start();

    protected abstract CelValue Finish(TState state);

    /// <summary>Gathers the item at hand; an error, or None.</summary>
    protected abstract CelValue Take(ref Run run, TState state);

    public sealed override CelValue Eval(ref Run run)
    {
        (TState Items, CelValue Error) state = (Start(), default);
        var stopped = Walk(ref run, ref state, Visit);
        if (stopped.Kind != CelKind.None) return stopped;
        return state.Error.Kind != CelKind.None ? state.Error : Finish(state.Items);
    }

    private Turn Visit(ref Run run, ref (TState Items, CelValue Error) state)
    {
        var verdict = filter?.Test(ref run) ?? Verdict.True;
        if (verdict == Verdict.False) return Turn.Next;
        state.Error = verdict == Verdict.Error ? CelValue.Fail(run.Error!) : Take(ref run, state.Items);
        return state.Error.Kind == CelKind.None ? Turn.Next : Turn.Stop;
    }
}

/// <summary><c>map</c>, <c>filter</c> and <c>transformList</c>.</summary>
internal sealed class GatherListNode(Node range, int local, bool hasSecond, Node? filter, Node item)
    : GatherNode<List<CelValue>>(range, local, hasSecond, filter)
{
    protected override List<CelValue> Start() => [];

    protected override CelValue Finish(List<CelValue> state) => CelValue.Of(CelList.Own([.. state]));

    protected override CelValue Take(ref Run run, List<CelValue> state)
    {
        if (state.Count == run.Budget.Items) return run.TooMany(At);
        var value = item.Eval(ref run);
        if (value.IsError) return value;
        state.Add(value);
        return default;
    }
}

/// <summary><c>transformMap</c>: the same keys, other values.</summary>
internal sealed class GatherMapNode(Node range, int local, Node? filter, Node item)
    : GatherNode<OrderedDictionary<CelValue, CelValue>>(range, local, hasSecond: true, filter)
{
    private readonly int _key = local;

    protected override OrderedDictionary<CelValue, CelValue> Start() => [];

    protected override CelValue Finish(OrderedDictionary<CelValue, CelValue> state) => CelValue.Of(new CelMap(state));

    protected override CelValue Take(ref Run run, OrderedDictionary<CelValue, CelValue> state)
    {
        var key = run.Locals[_key];
        var value = item.Eval(ref run);
        if (value.IsError) return value;
        return Keys.Add(state, key, value) is { } message ? Fail(CelCodes.BadKey, message) : default;
    }
}

/// <summary><c>transformMapEntry</c>: each item gives a small map whose entries are gathered.</summary>
internal sealed class GatherEntriesNode(Node range, int local, Node? filter, Node item)
    : GatherNode<OrderedDictionary<CelValue, CelValue>>(range, local, hasSecond: true, filter)
{
    protected override OrderedDictionary<CelValue, CelValue> Start() => [];

    protected override CelValue Finish(OrderedDictionary<CelValue, CelValue> state) => CelValue.Of(new CelMap(state));

    protected override CelValue Take(ref Run run, OrderedDictionary<CelValue, CelValue> state)
    {
        var value = item.Eval(ref run);
        if (value.IsError) return value;
        if (value.Kind != CelKind.Map) return NoOverload("transformMapEntry()", value);
        foreach (var (key, entry) in value.AsMap)
        {
            if (!run.Spend(1)) return run.OutOfSteps(At);
            if (state.Count == run.Budget.Items) return run.TooMany(At);
            if (Keys.Add(state, key, entry) is { } message) return Fail(CelCodes.BadKey, message);
        }

        return default;
    }
}

/// <summary><c>sortBy</c>: items in the order of their keys, equal ones as they stood.</summary>
internal sealed class SortByNode(Node range, int local, Node key)
    : GatherNode<List<(CelValue Key, CelValue Item)>>(range, local, hasSecond: false, filter: null)
{
    private readonly int _item = local;

    protected override List<(CelValue Key, CelValue Item)> Start() => [];

    protected override CelValue Take(ref Run run, List<(CelValue Key, CelValue Item)> state)
    {
        var item = run.Locals[_item];
        var value = key.Eval(ref run);
        if (value.IsError) return value;
        if (!Sorting.IsSortable(value) || (state.Count > 0 && state[0].Key.Kind != value.Kind))
        {
            return NoOverload("sortBy()", value);
        }

        state.Add((value, item));
        return run.Spend(16) ? default : run.OutOfSteps(At);
    }

    protected override CelValue Finish(List<(CelValue Key, CelValue Item)> state) =>
        CelValue.Of(CelList.Own([.. state.OrderBy(pair => pair.Key, Sorting.Order).Select(pair => pair.Item)]));
}
