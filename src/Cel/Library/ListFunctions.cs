using System.Runtime.InteropServices;
using Heluo.Cel.Running;
using Heluo.Cel.Values;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>The list and set extensions.</summary>
internal static class ListFunctions
{
    private static readonly CelType List = CelType.List(A);

    public static IEnumerable<Overload> All() =>
    [
        Function("lists.range", [CelType.Int], CelType.List(CelType.Int), Range),
        Method("slice", [List, CelType.Int, CelType.Int], List, Slice),
        Method("flatten", [CelType.List(CelType.List(A))], List, Flatten),
        Method("distinct", [List], List, Distinct),
        Method("reverse", [List], List, Reverse),
        Method("sort", [List], List, Sort),
        Method("first", [List], CelType.Optional(A), (ref _, arguments) =>
            arguments[0].AsList is { Count: > 0 } list ? CelValue.Some(list[0]) : CelValue.None),
        Method("last", [List], CelType.Optional(A), (ref _, arguments) =>
            arguments[0].AsList is { Count: > 0 } list ? CelValue.Some(list[^1]) : CelValue.None),
        Function("sets.contains", [List, List], CelType.Bool, (ref run, arguments) =>
            Every(ref run, arguments[1].AsList, arguments[0].AsList, wanted: true)),
        Function("sets.equivalent", [List, List], CelType.Bool, Equivalent),
        Function("sets.intersects", [List, List], CelType.Bool, (ref run, arguments) =>
            Every(ref run, arguments[1].AsList, arguments[0].AsList, wanted: false) is { Kind: CelKind.Bool } none
                ? !none.AsBool
                : run.OutOfSteps()),
    ];

    private static CelValue Range(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var count = arguments[0].AsInt;
        if (count < 0) return Refuse("lists.range() takes no negative number");
        if (count > run.Budget.Items) return run.TooMany();
        if (!run.Spend(count)) return run.OutOfSteps();
        var items = new CelValue[count];
        for (var i = 0; i < items.Length; i++) items[i] = (long)i;
        return CelValue.Of(CelList.Own(items));
    }

    private static CelValue Slice(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (list, from, to) = (arguments[0].AsList, arguments[1].AsInt, arguments[2].AsInt);
        if (from < 0 || to < from || to > list.Count)
        {
            return CelValue.Fail(CelCodes.Index, $"Invalid slice range. start: {from}, end: {to}");
        }

        return run.Spend((to - from) / 8)
            ? CelValue.Of(CelList.Of(list.Span[(int)from..(int)to]))
            : run.OutOfSteps();
    }

    private static CelValue Flatten(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var items = new List<CelValue>();
        foreach (var inner in arguments[0].AsList)
        {
            if (inner.Kind != CelKind.List) items.Add(inner);
            else if (items.Count + (long)inner.AsList.Count > run.Budget.Items) return run.TooMany();
            else items.AddRange(inner.AsList.Span);
            if (!run.Spend(1 + (inner.Kind == CelKind.List ? inner.AsList.Count / 8 : 0))) return run.OutOfSteps();
        }

        return CelValue.Of(CelList.Own([.. items]));
    }

    private static CelValue Distinct(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var items = new List<CelValue>();
        foreach (var item in arguments[0].AsList)
        {
            if (!Has(ref run, CollectionsMarshal.AsSpan(items), item)) items.Add(item);
            if (run.Steps < 0) return run.OutOfSteps();
        }

        return CelValue.Of(CelList.Own([.. items]));
    }

    private static CelValue Reverse(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var items = arguments[0].AsList.Span.ToArray();
        Array.Reverse(items);
        return run.Spend(items.Length / 8) ? CelValue.Of(CelList.Own(items)) : run.OutOfSteps();
    }

    private static CelValue Sort(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var list = arguments[0].AsList;
        if (!run.Spend(list.Count * 16L)) return run.OutOfSteps();
        foreach (var item in list)
        {
            if (Sorting.IsSortable(item) && item.Kind == list[0].Kind) continue;
            return CelValue.Fail(
                CelCodes.NoOverload, "No such overload: sort() takes items of one kind that have an order");
        }

        return CelValue.Of(CelList.Own([.. list.Order(Sorting.Order)]));
    }

    private static CelValue Equivalent(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (one, two) = (arguments[0].AsList, arguments[1].AsList);
        var there = Every(ref run, one, two, wanted: true);
        return there.IsError || !there.AsBool ? there : Every(ref run, two, one, wanted: true);
    }

    /// <summary>Whether every item is, or is not, among the others.</summary>
    private static CelValue Every(ref Run run, CelList items, CelList others, bool wanted)
    {
        foreach (var item in items)
        {
            var has = Has(ref run, others.Span, item);
            if (run.Steps < 0) return run.OutOfSteps();
            if (has != wanted) return false;
        }

        return true;
    }

    private static bool Has(ref Run run, ReadOnlySpan<CelValue> items, in CelValue wanted)
    {
        foreach (ref readonly var item in items)
        {
            if (!run.Spend(1)) return false;
            if (Equality.Same(item, wanted, ref run.Steps) && run.Steps >= 0) return true;
        }

        return false;
    }
}
