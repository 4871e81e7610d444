namespace Heluo.Cel.Running;

/// <summary>What a gathering walk has so far, and the error that ended it.</summary>
internal record struct Gathered<T>(T Items, CelValue Error);

/// <summary>A walk that gathers; the filter, when there is one, says what is gathered.</summary>
internal abstract class GatherNode<T>(Node range, int local, bool hasSecond, Node? filter)
    : FoldNode<Gathered<T>>(range, local, hasSecond)
    where T : new()
{
    protected abstract CelValue Finish(T items);

    /// <summary>Gathers the item at hand; an error, or None.</summary>
    protected abstract CelValue Take(ref Run run, T items);

    protected sealed override Gathered<T> Start() => new(new T(), default);

    protected sealed override CelValue Finish(in Gathered<T> state) =>
        state.Error.Kind != CelKind.None ? state.Error : Finish(state.Items);

    protected sealed override bool Visit(ref Run run, ref Gathered<T> state)
    {
        var verdict = filter?.Test(ref run) ?? Verdict.True;
        if (verdict == Verdict.False) return true;
        state.Error = verdict == Verdict.Error ? CelValue.Fail(run.Error!) : Take(ref run, state.Items);
        return state.Error.Kind == CelKind.None;
    }
}

/// <summary><c>map</c>, <c>filter</c> and <c>transformList</c>.</summary>
internal sealed class GatherListNode(Node range, int local, bool hasSecond, Node? filter, Node item)
    : GatherNode<List<CelValue>>(range, local, hasSecond, filter)
{
    protected override CelValue Finish(List<CelValue> items) => CelValue.Of(CelList.Own([.. items]));

    protected override CelValue Take(ref Run run, List<CelValue> items)
    {
        if (items.Count == run.Budget.Items) return run.TooMany(At);
        var value = item.Eval(ref run);
        if (value.IsError) return value;
        items.Add(value);
        return default;
    }
}

/// <summary><c>transformMap</c>: the same keys, other values.</summary>
internal sealed class GatherMapNode(Node range, int local, Node? filter, Node item)
    : GatherNode<OrderedDictionary<CelValue, CelValue>>(range, local, hasSecond: true, filter)
{
    private readonly int _key = local;

    protected override CelValue Finish(OrderedDictionary<CelValue, CelValue> items) => CelValue.Of(new CelMap(items));

    protected override CelValue Take(ref Run run, OrderedDictionary<CelValue, CelValue> items)
    {
        var key = run.Locals[_key];
        var value = item.Eval(ref run);
        if (value.IsError) return value;
        return Keys.Add(items, key, value) is { } message ? Fail(CelCodes.BadKey, message) : default;
    }
}

/// <summary><c>transformMapEntry</c>: each item gives a small map whose entries are gathered.</summary>
internal sealed class GatherEntriesNode(Node range, int local, Node? filter, Node item)
    : GatherNode<OrderedDictionary<CelValue, CelValue>>(range, local, hasSecond: true, filter)
{
    protected override CelValue Finish(OrderedDictionary<CelValue, CelValue> items) => CelValue.Of(new CelMap(items));

    protected override CelValue Take(ref Run run, OrderedDictionary<CelValue, CelValue> items)
    {
        var value = item.Eval(ref run);
        if (value.IsError) return value;
        if (value.Kind != CelKind.Map) return NoOverload("transformMapEntry()", value);
        foreach (var (key, entry) in value.AsMap)
        {
            if (!run.Spend(1)) return run.OutOfSteps(At);
            if (items.Count == run.Budget.Items) return run.TooMany(At);
            if (Keys.Add(items, key, entry) is { } message) return Fail(CelCodes.BadKey, message);
        }

        return default;
    }
}

/// <summary><c>sortBy</c>: items in the order of their keys, equal ones as they stood.</summary>
internal sealed class SortByNode(Node range, int local, Node key)
    : GatherNode<List<(CelValue Key, CelValue Item)>>(range, local, hasSecond: false, filter: null)
{
    private readonly int _item = local;

    protected override CelValue Take(ref Run run, List<(CelValue Key, CelValue Item)> items)
    {
        var item = run.Locals[_item];
        var value = key.Eval(ref run);
        if (value.IsError) return value;
        if (!Sorting.IsSortable(value) || (items.Count > 0 && items[0].Key.Kind != value.Kind))
        {
            return NoOverload("sortBy()", value);
        }

        items.Add((value, item));
        return run.Spend(16) ? default : run.OutOfSteps(At);
    }

    protected override CelValue Finish(List<(CelValue Key, CelValue Item)> items) =>
        CelValue.Of(CelList.Own([.. items.OrderBy(pair => pair.Key, Sorting.Order).Select(pair => pair.Item)]));
}
