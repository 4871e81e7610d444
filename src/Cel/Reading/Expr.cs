namespace Heluo.Cel.Reading;

/// <summary>A node of the tree that the parser makes. <c>Id</c> counts from 0 within one source, so that the checker
/// keeps what it finds in arrays; <c>Height</c> bounds every recursion over the tree.</summary>
internal abstract class Expr
{
    protected Expr(ExprSeed seed, int height) => (Id, At, Height) = (seed.Id, seed.At, height + 1);

    public int Id { get; }

    /// <summary>Offset in the source.</summary>
    public int At { get; }

    public int Height { get; }
}

internal readonly record struct ExprSeed(int Id, int At);

internal sealed class LiteralExpr(ExprSeed seed, CelValue value) : Expr(seed, 0)
{
    public CelValue Value => value;
}

/// <summary>A name; <c>IsRooted</c> when written with a leading dot.</summary>
internal sealed class NameExpr(ExprSeed seed, string name, bool isRooted) : Expr(seed, 0)
{
    public string Name => name;

    public bool IsRooted => isRooted;
}

/// <summary><c>operand.field</c>, <c>operand.?field</c>, or <c>has(operand.field)</c>.</summary>
internal sealed class SelectExpr(ExprSeed seed, Expr operand, string name, bool isTest, bool isOptional)
    : Expr(seed, operand.Height)
{
    public Expr Operand => operand;

    public string Field => name;

    public bool IsTest => isTest;

    public bool IsOptional => isOptional;
}

/// <summary>A call of a function or operator; operators have the names of the standard (<c>_+_</c>).</summary>
internal sealed class CallExpr(ExprSeed seed, string function, Expr? target, Expr[] arguments)
    : Expr(seed, Math.Max(target?.Height ?? 0, Tallest.Of(arguments)))
{
    public string Function => function;

    public Expr? Target => target;

    public Expr[] Arguments => arguments;
}

/// <summary><c>a &amp;&amp; b &amp;&amp; c</c> or <c>a || b || c</c>, all terms side by side.</summary>
internal sealed class LogicExpr(ExprSeed seed, bool isAnd, Expr[] terms, Range[] spans) : Expr(seed, Tallest.Of(terms))
{
    public bool IsAnd => isAnd;

    public Expr[] Terms => terms;

    /// <summary>Where each term stands in the source.</summary>
    public Range[] Spans => spans;
}

/// <summary>A list; an item of an optional place is left out when it holds nothing.</summary>
internal sealed class ListExpr(ExprSeed seed, Expr[] items, bool[] optional) : Expr(seed, Tallest.Of(items))
{
    public Expr[] Items => items;

    public bool[] Optional => optional;
}

internal sealed class MapExpr(ExprSeed seed, Expr[] keys, Expr[] values, bool[] optional)
    : Expr(seed, Math.Max(Tallest.Of(keys), Tallest.Of(values)))
{
    public Expr[] Keys => keys;

    public Expr[] Values => values;

    public bool[] Optional => optional;
}

/// <summary>A message literal: read, then refused as unsupported.</summary>
internal sealed class MessageExpr(ExprSeed seed, string name, Expr[] values) : Expr(seed, Tallest.Of(values))
{
    public string Name => name;

    public Expr[] Values => values;
}

internal enum FoldKind { All, Exists, ExistsOne, Map, Filter, TransformList, TransformMap, TransformMapEntry, SortBy }

/// <summary>A macro over a list or map.</summary>
internal sealed class FoldExpr(
    ExprSeed seed, FoldKind kind, Expr range, string first, string? second, Expr? filter, Expr body)
    : Expr(seed, Math.Max(range.Height, Math.Max(filter?.Height ?? 0, body.Height)))
{
    public FoldKind Kind => kind;

    public Expr Range => range;

    public string First => first;

    public string? Second => second;

    public Expr? Filter => filter;

    public Expr Body => body;
}

/// <summary><c>cel.bind(name, value, body)</c>; also <c>optMap</c> and <c>optFlatMap</c>, which open an
/// optional.</summary>
internal sealed class BindExpr(ExprSeed seed, string name, Expr value, Expr body, BindKind kind)
    : Expr(seed, Math.Max(value.Height, body.Height))
{
    public string Name => name;

    public Expr Value => value;

    public Expr Body => body;

    public BindKind Kind => kind;
}

internal enum BindKind { Plain, OptionalMap, OptionalFlatMap }

/// <summary><c>cel.block([..], body)</c>: values named by <c>cel.index(n)</c>.</summary>
internal sealed class BlockExpr(ExprSeed seed, Expr[] values, Expr body)
    : Expr(seed, Math.Max(Tallest.Of(values), body.Height))
{
    public Expr[] Values => values;

    public Expr Body => body;
}

internal static class Tallest
{
    public static int Of(Expr[] children)
    {
        var height = 0;
        foreach (var child in children) height = Math.Max(height, child.Height);
        return height;
    }
}
