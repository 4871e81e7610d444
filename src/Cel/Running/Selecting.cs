namespace Heluo.Cel.Running;

/// <summary>Reads fields of maps, records and of what optionals hold.</summary>
internal static class Fields
{
    /// <summary>Finds a field. False when the operand has no fields at all; None when it lacks this one.</summary>
    public static bool TryRead(in CelValue operand, in CelValue key, string name, CelField? field, out CelValue value)
    {
        value = default;
        switch (operand.Kind)
        {
            case CelKind.Map:
                operand.AsMap.TryGet(key, out value);
                return true;
            case CelKind.Record:
                field ??= operand.AsRecord.Type.Find(name);
                if (field is not null && !operand.AsRecord.TryGet(field, out value)) value = default;
                return true;
            default:
                return false;
        }
    }
}

/// <summary><c>operand.field</c> and <c>operand.?field</c>.</summary>
internal sealed class SelectNode(Node operand, string name, CelField? field, bool isOptional) : Node
{
    private readonly CelValue _key = CelValue.Of(name);

    public override CelValue Eval(ref Run run)
    {
        CelValue scratch = default;
        ref readonly var from = ref operand.Peek(ref run, ref scratch);
        if (from.Kind == CelKind.Record && field is not null && !isOptional)
        {
            return from.RawRecord.TryGet(field, out var value) ? value : NoKey();
        }

        return from.IsError ? from : Read(from);
    }

    private CelValue Read(CelValue from)
    {
        var chained = from.Kind == CelKind.Optional;
        if (chained && !from.AsOptional.HasValue) return from;
        if (chained) from = from.AsOptional.Value;
        if (!Fields.TryRead(from, _key, name, field, out var value)) return NoFields(from);
        if (value.IsError) return value;
        if (chained || isOptional) return value.Kind == CelKind.None ? CelValue.None : CelValue.Some(value);
        return value.Kind == CelKind.None ? NoKey() : value;
    }

    private CelValue NoKey() => Fail(CelCodes.NoKey, $"No such key: '{name}'");

    private CelValue NoFields(in CelValue from) => isOptional || from.Kind == CelKind.Null
        ? Fail(CelCodes.NoKey, $"No such key: a {Kinds.Name(from)} has no field '{name}'")
        : Fail(CelCodes.NoOverload, $"No such overload: a {Kinds.Name(from)} has no field '{name}'");
}

/// <summary><c>has(operand.field)</c>.</summary>
internal sealed class HasNode(Node operand, string name, CelField? field) : BoolNode
{
    private readonly CelValue _key = CelValue.Of(name);

    public override Verdict Test(ref Run run)
    {
        var from = operand.Eval(ref run);
        if (from.IsError) return Fail(ref run, from);
        if (from.Kind == CelKind.Optional)
        {
            if (!from.AsOptional.HasValue) return Verdict.False;
            from = from.AsOptional.Value;
        }

        return Fields.TryRead(from, _key, name, field, out var value)
            ? Of(value.Kind != CelKind.None)
            : Fail(ref run, NoOverload("has()", from));
    }
}

/// <summary><c>operand[index]</c> and <c>operand[?index]</c>.</summary>
internal sealed class IndexNode(Node operand, Node index, bool isOptional) : Node
{
    public override CelValue Eval(ref Run run)
    {
        var from = operand.Eval(ref run);
        if (from.IsError) return from;
        var key = index.Eval(ref run);
        if (key.IsError) return key;
        var chained = from.Kind == CelKind.Optional;
        if (chained && !from.AsOptional.HasValue) return from;
        if (chained) from = from.AsOptional.Value;
        var value = Read(from, key);
        if (!chained && !isOptional) return value;
        if (!value.IsError) return CelValue.Some(value);
        return value.AsError.Code is CelCodes.NoKey or CelCodes.Index ? CelValue.None : value;
    }

    private CelValue Read(in CelValue from, in CelValue key)
    {
        switch (from.Kind)
        {
            case CelKind.List:
                if (!TryPlace(key, out var place)) return NoOverload("[]", from, key);
                var list = from.AsList;
                return place < 0 || place >= list.Count
                    ? Fail(CelCodes.Index, $"Index out of bounds: {place}")
                    : list[(int)place];
            case CelKind.Map:
                if (key.Kind is not (CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String))
                {
                    return NoOverload("[]", from, key);
                }

                return from.AsMap.TryGet(key, out var found) ? found : Fail(CelCodes.NoKey, $"No such key: {key}");
            case CelKind.Record when key.Kind == CelKind.String:
                var field = from.AsRecord.Type.Find(key.AsString);
                return field is not null && from.AsRecord.TryGet(field, out var value)
                    ? value
                    : Fail(CelCodes.NoKey, $"No such key: {key}");
            default:
                return NoOverload("[]", from, key);
        }
    }

    private static bool TryPlace(in CelValue key, out long place)
    {
        place = -1;
        switch (key.Kind)
        {
            case CelKind.Int: place = key.AsInt; return true;
            case CelKind.Uint: place = (long)Math.Min(key.AsUint, long.MaxValue); return true;
            case CelKind.Double when Numbers.TryWhole(key.AsDouble, out var whole): return TryPlace(whole, out place);
            default: return false;
        }
    }
}
