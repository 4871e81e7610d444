using System.Globalization;
using Heluo.Cel.Reading;

namespace Heluo.Cel.Checking;

/// <summary>Macros: what their names stand for and what they give.</summary>
internal sealed partial class Checker
{
    private CelType VisitFold(FoldExpr fold)
    {
        var (first, second) = Variables(fold, _types.Apply(Visit(fold.Range)));
        var place = _scope.Take(2);
        _found.Bindings[fold.Id] = new PlaceBinding(place);
        _scope.Push(fold.First, first, new LocalBinding(place));
        if (fold.Second is not null) _scope.Push(fold.Second, second, new LocalBinding(place + 1));
        if (fold.Filter is not null) Want(fold.Filter, CelType.Bool, "The filter");
        var result = VisitBody(fold, first);
        _scope.Pop(fold.Second is null ? 1 : 2, 2);
        return result;
    }

    private CelType VisitBody(FoldExpr fold, CelType first)
    {
        switch (fold.Kind)
        {
            case FoldKind.All or FoldKind.Exists or FoldKind.ExistsOne:
                Want(fold.Body, CelType.Bool, "The condition");
                return CelType.Bool;
            case FoldKind.Filter:
                Want(fold.Body, CelType.Bool, "The condition");
                return CelType.List(first);
            case FoldKind.SortBy:
                Visit(fold.Body);
                return CelType.List(first);
            case FoldKind.Map or FoldKind.TransformList:
                return CelType.List(Visit(fold.Body));
            case FoldKind.TransformMap:
                var range = _types.Apply(_found.Types[fold.Range.Id]);
                var key = range.Kind == CelTypeKind.List ? CelType.Int : first;
                return CelType.Map(key, Visit(fold.Body));
            default:
                Want(fold.Body, CelType.Map(_types.Fresh(), _types.Fresh()), "transformMapEntry()");
                var entry = _types.Apply(_found.Types[fold.Body.Id]);
                return entry.Kind == CelTypeKind.Map ? entry : CelType.Map(CelType.Dyn, CelType.Dyn);
        }
    }

    /// <summary>What the names of a macro stand for: item; index and item; key; key and value.</summary>
    private (CelType First, CelType Second) Variables(FoldExpr fold, CelType range)
    {
        var both = fold.Second is not null;
        switch (range.Kind)
        {
            case CelTypeKind.List when both: return (CelType.Int, range.Parameters[0]);
            case CelTypeKind.List: return (range.Parameters[0], CelType.Dyn);
            case CelTypeKind.Map: return (range.Parameters[0], range.Parameters[1]);
            case CelTypeKind.Dyn: return (CelType.Dyn, CelType.Dyn);
            case CelTypeKind.Parameter:
                _types.Assign(range, CelType.Dyn);
                return (CelType.Dyn, CelType.Dyn);
            default:
                Fault(CelCodes.Type, $"A macro walks over a list or a map, not {Show(range)}", fold.Range);
                return (CelType.Dyn, CelType.Dyn);
        }
    }

    private CelType VisitBind(BindExpr bind)
    {
        var value = Visit(bind.Value);
        if (bind.Kind != BindKind.Plain) value = Open(value, bind.Value);
        var place = _scope.Take(1);
        _found.Bindings[bind.Id] = new PlaceBinding(place);
        _scope.Push(bind.Name, value, new LocalBinding(place));
        var body = Visit(bind.Body);
        _scope.Pop(1, 1);
        if (bind.Kind == BindKind.OptionalMap) return CelType.Optional(body);
        return bind.Kind == BindKind.OptionalFlatMap ? CelType.Optional(Open(body, bind.Body)) : body;
    }

    private CelType VisitBlock(BlockExpr block)
    {
        var place = _scope.Take(block.Values.Length);
        _found.Bindings[block.Id] = new PlaceBinding(place);
        for (var i = 0; i < block.Values.Length; i++)
        {
            var type = Visit(block.Values[i]);
            var name = $"@index:{i.ToString(CultureInfo.InvariantCulture)}";
            _scope.Push(name, type, new LazyBinding(place + i, block.Id));
        }

        var body = Visit(block.Body);
        _scope.Pop(block.Values.Length, block.Values.Length);
        return body;
    }
}
