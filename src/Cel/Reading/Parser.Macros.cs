using System.Globalization;

namespace Heluo.Cel.Reading;

/// <summary>Macros: calls that the parser turns into another form.</summary>
internal sealed partial class Parser
{
    /// <summary>The opened macro; null when the call is an ordinary one.</summary>
    private Expr? OpenMacro(int at, string name, Expr? target, Expr[] arguments) => (name, arguments.Length) switch
    {
        ("has", 1) when target is null => OpenHas(at, arguments[0]),
        ("bind", 3) when IsCel(target) => OpenBind(at, arguments[0], arguments[1], arguments[2], BindKind.Plain),
        ("block", 2) when IsCel(target) => OpenBlock(at, arguments),
        ("index", 1) when IsCel(target) => OpenIndex(at, "@index", arguments),
        ("iterVar", 2) when IsCel(target) => OpenIndex(at, "@it", arguments),
        ("accuVar", 2) when IsCel(target) => OpenIndex(at, "@ac", arguments),
        ("optMap", 2) when target is not null =>
            OpenBind(at, arguments[0], target, arguments[1], BindKind.OptionalMap),
        ("optFlatMap", 2) when target is not null =>
            OpenBind(at, arguments[0], target, arguments[1], BindKind.OptionalFlatMap),
        ("greatest" or "least", _) when target is NameExpr { Name: "math" } && arguments.Length > 0 =>
            OpenExtreme(at, name, arguments),
        _ => target is null ? null : OpenFold(at, name, target, arguments),
    };

    private Expr? OpenFold(int at, string name, Expr target, Expr[] arguments) => (name, arguments.Length) switch
    {
        ("all", 2) => Fold(at, FoldKind.All, target, arguments[0], null, null, arguments[1]),
        ("all", 3) => Fold(at, FoldKind.All, target, arguments[0], arguments[1], null, arguments[2]),
        ("exists", 2) => Fold(at, FoldKind.Exists, target, arguments[0], null, null, arguments[1]),
        ("exists", 3) => Fold(at, FoldKind.Exists, target, arguments[0], arguments[1], null, arguments[2]),
        ("exists_one" or "existsOne", 2) =>
            Fold(at, FoldKind.ExistsOne, target, arguments[0], null, null, arguments[1]),
        ("exists_one" or "existsOne", 3) =>
            Fold(at, FoldKind.ExistsOne, target, arguments[0], arguments[1], null, arguments[2]),
        ("map", 2) => Fold(at, FoldKind.Map, target, arguments[0], null, null, arguments[1]),
        ("map", 3) => Fold(at, FoldKind.Map, target, arguments[0], null, arguments[1], arguments[2]),
        ("filter", 2) => Fold(at, FoldKind.Filter, target, arguments[0], null, null, arguments[1]),
        ("sortBy", 2) => Fold(at, FoldKind.SortBy, target, arguments[0], null, null, arguments[1]),
        ("transformList", 3) =>
            Fold(at, FoldKind.TransformList, target, arguments[0], arguments[1], null, arguments[2]),
        ("transformList", 4) =>
            Fold(at, FoldKind.TransformList, target, arguments[0], arguments[1], arguments[2], arguments[3]),
        ("transformMap", 3) => Fold(at, FoldKind.TransformMap, target, arguments[0], arguments[1], null, arguments[2]),
        ("transformMap", 4) =>
            Fold(at, FoldKind.TransformMap, target, arguments[0], arguments[1], arguments[2], arguments[3]),
        ("transformMapEntry", 3) =>
            Fold(at, FoldKind.TransformMapEntry, target, arguments[0], arguments[1], null, arguments[2]),
        ("transformMapEntry", 4) =>
            Fold(at, FoldKind.TransformMapEntry, target, arguments[0], arguments[1], arguments[2], arguments[3]),
        _ => null,
    };

    private FoldExpr Fold(int at, FoldKind kind, Expr range, Expr first, Expr? second, Expr? filter, Expr body)
    {
        var one = Variable(first);
        var two = second is null ? null : Variable(second);
        if (one == two) throw new SyntaxException(CelCodes.Syntax, "The two variables have the same name", second!.At);
        return Bound(new FoldExpr(Seed(at), kind, range, one, two, filter, body));
    }

    private SelectExpr OpenHas(int at, Expr argument) => argument is SelectExpr { IsTest: false } select
        ? Bound(new SelectExpr(Seed(at), select.Operand, select.Field, isTest: true, select.IsOptional))
        : throw new SyntaxException(CelCodes.Syntax, "has() asks for a field: has(record.field)", argument.At);

    private BindExpr OpenBind(int at, Expr name, Expr value, Expr body, BindKind kind) =>
        Bound(new BindExpr(Seed(at), Variable(name), value, body, kind));

    private BlockExpr OpenBlock(int at, Expr[] arguments) =>
        arguments[0] is ListExpr list && !list.Optional.Contains(true)
            ? Bound(new BlockExpr(Seed(at), list.Items, arguments[1]))
            : throw new SyntaxException(CelCodes.Syntax, "cel.block() asks for a list of values", arguments[0].At);

    private NameExpr OpenIndex(int at, string prefix, Expr[] arguments)
    {
        var parts = arguments.Select(argument => argument is LiteralExpr { Value.Kind: CelKind.Int } literal
                && literal.Value.AsInt is >= 0 and <= 10_000
            ? literal.Value.AsInt.ToString(CultureInfo.InvariantCulture)
            : throw new SyntaxException(CelCodes.Syntax, "A whole number is wanted", argument.At));
        return new NameExpr(Seed(at), $"{prefix}:{string.Join(':', parts)}", isRooted: false);
    }

    private CallExpr OpenExtreme(int at, string name, Expr[] arguments)
    {
        var function = name == "greatest" ? "math.@max" : "math.@min";
        return arguments.Length <= 2
            ? Call(at, function, null, arguments)
            : Call(at, function, null, Bound(new ListExpr(Seed(at), arguments, new bool[arguments.Length])));
    }

    private static bool IsCel(Expr? target) => target is NameExpr { Name: "cel", IsRooted: false };

    private static string Variable(Expr expr) =>
        expr is NameExpr { IsRooted: false } name && !name.Name.StartsWith("@index", StringComparison.Ordinal)
        ? name.Name
        : throw new SyntaxException(CelCodes.Syntax, "A simple name is wanted for the variable", expr.At);
}
