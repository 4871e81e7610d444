namespace Heluo.Cel.Running;

/// <summary>A walk over a list (items, or indexes and items) or a map (keys, or keys and values).</summary>
internal abstract class FoldNode(Node range, int local, bool hasSecond) : Node
{
    protected enum Turn
    {
        Next,
        Stop,
    }

    /// <summary>Steps that one turn costs.</summary>
    public int TurnWeight { get; init; } = 1;

    /// <summary>Walks. None when every item was visited; otherwise the error that stopped the walk.</summary>
    protected CelValue Walk<TState>(ref Run run, ref TState state, Visitor<TState> visit)
    {
        var from = range.Eval(ref run);
        if (from.IsError) return from;
        if (from.Kind is not (CelKind.List or CelKind.Map)) return NoOverload("a macro", from);
        var isList = from.Kind == CelKind.List;
        var count = isList ? from.AsList.Count : from.AsMap.Count;
        for (var i = 0; i < count; i++)
        {
            if (!run.Spend(TurnWeight)) return run.OutOfSteps(At);
            if (isList) Put(ref run, CelValue.Of((long)i), from.AsList[i]);
            else Put(ref run, from.AsMap.At(i));
            if (visit(ref run, ref state) == Turn.Stop) break;
        }

        return default;
    }

    protected delegate Turn Visitor<TState>(ref Run run, ref TState state);

    private void Put(ref Run run, CelValue index, CelValue item)
    {
        run.Locals[local] = hasSecond ? index : item;
        run.Locals[local + 1] = hasSecond ? item : index;
    }

    private void Put(ref Run run, KeyValuePair<CelValue, CelValue> entry)
    {
        run.Locals[local] = entry.Key;
        run.Locals[local + 1] = entry.Value;
    }
}

/// <summary><c>all</c> and <c>exists</c>: the deciding item wins over errors of the others.</summary>
internal sealed class QuantifierNode(Node range, int local, bool hasSecond, Node body, bool isAll)
    : FoldNode(range, local, hasSecond)
{
    private readonly Verdict _deciding = isAll ? Verdict.False : Verdict.True;

    public override CelValue Eval(ref Run run)
    {
        (CelError? Error, bool Decided) state = default;
        var stopped = Walk(ref run, ref state, Visit);
        if (stopped.Kind != CelKind.None) return stopped;
        if (state.Decided) return CelValue.Of(!isAll);
        return state.Error is null ? CelValue.Of(isAll) : CelValue.Fail(state.Error);
    }

    private Turn Visit(ref Run run, ref (CelError? Error, bool Decided) state)
    {
        var verdict = body.Test(ref run);
        if (verdict == _deciding)
        {
            state.Decided = true;
            return Turn.Stop;
        }

        if (verdict != Verdict.Error) return Turn.Next;
        if (run.Error!.IsFatal) state.Error = run.Error;
        else state.Error ??= run.Error;
        return run.Error.IsFatal ? Turn.Stop : Turn.Next;
    }
}

/// <summary><c>exists_one</c>: every item is judged, an error anywhere is the answer.</summary>
internal sealed class ExistsOneNode(Node range, int local, bool hasSecond, Node body) : FoldNode(range, local, hasSecond)
{
    public override CelValue Eval(ref Run run)
    {
        (CelError? Error, int Count) state = default;
        var stopped = Walk(ref run, ref state, Visit);
        if (stopped.Kind != CelKind.None) return stopped;
        return state.Error is null ? CelValue.Of(state.Count == 1) : CelValue.Fail(state.Error);
    }

    private Turn Visit(ref Run run, ref (CelError? Error, int Count) state)
    {
        var verdict = body.Test(ref run);
        if (verdict == Verdict.True) state.Count++;
        if (verdict != Verdict.Error) return Turn.Next;
        state.Error = run.Error;
        return Turn.Stop;
    }
}
