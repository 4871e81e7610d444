namespace Heluo.Cel.Running;

/// <summary>A walk over a list (items, or indexes and items) or a map (keys, or keys and values).</summary>
internal abstract class FoldNode<TState>(Node range, int local, bool hasSecond) : Node
    where TState : struct
{
    /// <summary>Steps that one turn costs.</summary>
    public int TurnWeight { get; init; } = 1;

    public sealed override CelValue Eval(ref Run run)
    {
        var from = range.Eval(ref run);
        if (from.IsError) return from;
        var state = Start();
        switch (from.Kind)
        {
            case CelKind.List: return WalkList(ref run, from.AsList, state);
            case CelKind.Map: return WalkMap(ref run, from.AsMap, state);
            default: return NoOverload("a macro", from);
        }
    }

    protected abstract TState Start();

    /// <summary>Looks at the item at hand; false ends the walk.</summary>
    protected abstract bool Visit(ref Run run, ref TState state);

    protected abstract CelValue Finish(in TState state);

    private CelValue WalkList(ref Run run, CelList list, TState state)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!run.Spend(TurnWeight)) return run.OutOfSteps(At);
            if (hasSecond)
            {
                run.Locals[local] = (long)i;
                run.Locals[local + 1] = list[i];
            }
            else
            {
                run.Locals[local] = list[i];
            }

            if (!Visit(ref run, ref state)) break;
        }

        return Finish(state);
    }

    private CelValue WalkMap(ref Run run, CelMap map, TState state)
    {
        for (var i = 0; i < map.Count; i++)
        {
            if (!run.Spend(TurnWeight)) return run.OutOfSteps(At);
            (run.Locals[local], run.Locals[local + 1]) = map.At(i);
            if (!Visit(ref run, ref state)) break;
        }

        return Finish(state);
    }
}

/// <summary><c>all</c> and <c>exists</c>: the deciding item wins over errors of the others.</summary>
internal sealed class QuantifierNode(Node range, int local, bool hasSecond, Node body, bool isAll)
    : FoldNode<(CelError? Error, bool Decided)>(range, local, hasSecond)
{
    private readonly Verdict _deciding = isAll ? Verdict.False : Verdict.True;

    protected override (CelError? Error, bool Decided) Start() => default;

    protected override CelValue Finish(in (CelError? Error, bool Decided) state)
    {
        if (state.Decided) return CelValue.Of(!isAll);
        return state.Error is null ? CelValue.Of(isAll) : CelValue.Fail(state.Error);
    }

    protected override bool Visit(ref Run run, ref (CelError? Error, bool Decided) state)
    {
        var verdict = body.Test(ref run);
        if (verdict == _deciding) state.Decided = true;
        if (verdict != Verdict.Error) return !state.Decided;
        if (run.Error!.IsFatal) state.Error = run.Error;
        else state.Error ??= run.Error;
        return !run.Error.IsFatal;
    }
}

/// <summary><c>exists_one</c>: every item is judged, an error anywhere is the answer.</summary>
internal sealed class ExistsOneNode(Node range, int local, bool hasSecond, Node body)
    : FoldNode<(CelError? Error, int Count)>(range, local, hasSecond)
{
    protected override (CelError? Error, int Count) Start() => default;

    protected override CelValue Finish(in (CelError? Error, int Count) state) =>
        state.Error is null ? CelValue.Of(state.Count == 1) : CelValue.Fail(state.Error);

    protected override bool Visit(ref Run run, ref (CelError? Error, int Count) state)
    {
        var verdict = body.Test(ref run);
        if (verdict == Verdict.True) state.Count++;
        if (verdict != Verdict.Error) return true;
        state.Error = run.Error;
        return false;
    }
}
