namespace Heluo.Cel.Running;

internal sealed class ListNode(Node[] items, bool[] optional) : Node
{
    private readonly bool _hasOptional = optional.Contains(true);

    public override CelValue Eval(ref Run run)
    {
        if (!run.Spend(items.Length)) return run.OutOfSteps(At);
        var values = new CelValue[items.Length];
        var count = 0;
        for (var i = 0; i < items.Length; i++)
        {
            var value = items[i].Eval(ref run);
            if (value.IsError) return value;
            if (optional[i])
            {
                if (value.Kind != CelKind.Optional) return NoOverload("?", value);
                if (!value.AsOptional.HasValue) continue;
                value = value.AsOptional.Value;
            }

            values[count++] = value;
        }

        return CelValue.Of(CelList.Own(_hasOptional ? values[..count] : values));
    }
}

internal sealed class MapNode(Node[] keys, Node[] values, bool[] optional) : Node
{
    public override CelValue Eval(ref Run run)
    {
        if (!run.Spend(keys.Length)) return run.OutOfSteps(At);
        var map = new OrderedDictionary<CelValue, CelValue>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i].Eval(ref run);
            if (key.IsError) return key;
            var value = values[i].Eval(ref run);
            if (value.IsError) return value;
            if (optional[i])
            {
                if (value.Kind != CelKind.Optional) return NoOverload("?", value);
                if (!value.AsOptional.HasValue) continue;
                value = value.AsOptional.Value;
            }

            if (Keys.Add(map, key, value) is { } message) return Fail(CelCodes.BadKey, message);
        }

        return CelValue.Of(new CelMap(map));
    }
}

/// <summary>Keys of maps that expressions make.</summary>
internal static class Keys
{
    /// <summary>Adds an entry; the message says why it cannot be.</summary>
    public static string? Add(OrderedDictionary<CelValue, CelValue> map, in CelValue key, in CelValue value)
    {
        if (key.Kind is not (CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.String))
        {
            return $"Unsupported key type: {Kinds.Name(key)}";
        }

        return map.TryAdd(key, value) ? null : $"Repeated key: {key}";
    }
}

/// <summary><c>cel.bind</c>: an error is kept too, and only counts where the name is read.</summary>
internal sealed class BindNode(Node value, int local, Node body) : Node
{
    public override CelValue Eval(ref Run run)
    {
        run.Locals[local] = value.Eval(ref run);
        return body.Eval(ref run);
    }
}

/// <summary><c>optMap</c> and <c>optFlatMap</c>.</summary>
internal sealed class OptionalBindNode(Node value, int local, Node body, bool isFlat) : Node
{
    public override CelValue Eval(ref Run run)
    {
        var from = value.Eval(ref run);
        if (from.IsError) return from;
        if (from.Kind != CelKind.Optional) return NoOverload("optMap()", from);
        if (!from.AsOptional.HasValue) return from;
        run.Locals[local] = from.AsOptional.Value;
        var result = body.Eval(ref run);
        if (result.IsError) return result;
        if (!isFlat) return CelValue.Some(result);
        return result.Kind == CelKind.Optional ? result : NoOverload("optFlatMap()", result);
    }
}

/// <summary><c>cel.block</c>: its values are made when first read.</summary>
internal sealed class BlockNode(int local, int count, Node body) : Node
{
    public override CelValue Eval(ref Run run)
    {
        Array.Clear(run.Locals, local, count);
        return body.Eval(ref run);
    }
}

internal sealed class LazyNode(int local, Node value) : Node
{
    public override CelValue Eval(ref Run run)
    {
        if (run.Locals[local].Kind == CelKind.None) run.Locals[local] = value.Eval(ref run);
        return run.Locals[local];
    }
}
