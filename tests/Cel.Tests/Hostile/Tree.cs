using System.Globalization;

namespace Heluo.Cel.Tests.Hostile;

/// <summary>Thrown by the oracle where the language has an error value.</summary>
internal sealed class OracleException(string message) : Exception(message);

/// <summary>A random expression that writes itself as text and evaluates itself the slow, obvious way:
/// boxed objects, a dictionary of names, exceptions for errors.</summary>
internal abstract record Tree
{
    public abstract string Text { get; }

    public abstract object Value(IReadOnlyDictionary<string, object> names);

    public bool Truth(IReadOnlyDictionary<string, object> names) =>
        Value(names) as bool? ?? throw new OracleException("no truth");
}

internal sealed record Leaf(object Content) : Tree
{
    public override string Text => Content switch
    {
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => $"'{Content}'",
    };

    public override object Value(IReadOnlyDictionary<string, object> names) => Content;
}

internal sealed record Name(string Called) : Tree
{
    public override string Text => Called;

    public override object Value(IReadOnlyDictionary<string, object> names) =>
        names.TryGetValue(Called, out var value) ? value : throw new OracleException("unbound");
}

internal sealed record Many(Tree[] Items) : Tree
{
    public override string Text => $"[{string.Join(", ", Items.Select(item => item.Text))}]";

    public override object Value(IReadOnlyDictionary<string, object> names) =>
        Items.Select(item => item.Value(names)).ToArray();
}

internal sealed record Binary(string Sign, Tree Left, Tree Right) : Tree
{
    public override string Text => $"({Left.Text} {Sign} {Right.Text})";

    public override object Value(IReadOnlyDictionary<string, object> names) => Sign switch
    {
        "&&" => Decide(names, deciding: false),
        "||" => Decide(names, deciding: true),
        _ => Apply(Left.Value(names), Right.Value(names)),
    };

    private bool Decide(IReadOnlyDictionary<string, object> names, bool deciding)
    {
        OracleException? error = null;
        foreach (var side in new[] { Left, Right })
        {
            try
            {
                if (side.Truth(names) == deciding) return deciding;
            }
            catch (OracleException found)
            {
                error = found;
            }
        }

        return error is null ? !deciding : throw error;
    }

    private object Apply(object left, object right)
    {
        if (Sign is "==" or "!=") return Same(left, right) == (Sign == "==");
        if (Sign == "in" && right is object[] many) return many.Any(item => Same(left, item));
        if (left is string one && right is string two) return OfText(one, two);
        if (left is object[] first && right is object[] second && Sign == "+") return first.Concat(second).ToArray();
        if (left is long a && right is long b) return OfNumbers(a, b);
        if (left is bool low && right is bool high && Sign == "<") return !low && high;
        if (left is bool some && right is bool other && Sign == ">=") return some || !other;
        throw new OracleException("no overload");
    }

    private object OfText(string one, string two) => Sign switch
    {
        "+" => one + two,
        "<" => string.CompareOrdinal(one, two) < 0,
        ">=" => string.CompareOrdinal(one, two) >= 0,
        _ => throw new OracleException("no overload"),
    };

    private object OfNumbers(long a, long b)
    {
        try
        {
            return Sign switch
            {
                "+" => checked(a + b),
                "-" => checked(a - b),
                "*" => checked(a * b),
                "/" => checked(a / b),
                "%" when b == -1 && a == long.MinValue => throw new OverflowException(),
                "%" => a % b,
                "<" => a < b,
                ">=" => a >= b,
                _ => throw new OracleException("no overload"),
            };
        }
        catch (ArithmeticException)
        {
            throw new OracleException("arithmetic");
        }
    }

    private static bool Same(object left, object right) => (left, right) switch
    {
        (object[] one, object[] two) =>
            one.Length == two.Length && one.Zip(two).All(pair => Same(pair.First, pair.Second)),
        _ => left.Equals(right),
    };
}

internal sealed record Choice(Tree Condition, Tree Yes, Tree No) : Tree
{
    public override string Text => $"({Condition.Text} ? {Yes.Text} : {No.Text})";

    public override object Value(IReadOnlyDictionary<string, object> names) =>
        (Condition.Truth(names) ? Yes : No).Value(names);
}

internal sealed record Call(string Function, Tree Argument) : Tree
{
    public override string Text => Function == "!" ? $"!({Argument.Text})" : $"{Function}({Argument.Text})";

    public override object Value(IReadOnlyDictionary<string, object> names) => (Function, Argument.Value(names)) switch
    {
        ("!", bool truth) => !truth,
        ("size", string text) => (long)text.Length,
        ("size", object[] many) => (long)many.Length,
        ("string", long number) => number.ToString(CultureInfo.InvariantCulture),
        ("string", string text) => text,
        ("string", bool truth) => truth ? "true" : "false",
        ("dyn", var any) => any,
        _ => throw new OracleException("no overload"),
    };
}

internal sealed record Macro(string Kind, Tree Range, string Each, Tree Body) : Tree
{
    public override string Text => $"{Range.Text}.{Kind}({Each}, {Body.Text})";

    public override object Value(IReadOnlyDictionary<string, object> names)
    {
        var many = Range.Value(names) as object[] ?? throw new OracleException("no list");
        IEnumerable<Func<object>> turns = many.Select(item => (Func<object>)(() =>
            Body.Value(new Dictionary<string, object>(names) { [Each] = item })));
        return Kind switch
        {
            "map" => turns.Select(turn => turn()).ToArray(),
            "filter" => many.Zip(turns).Where(pair => Truth(pair.Second())).Select(pair => pair.First).ToArray(),
            "exists_one" => turns.Count(turn => Truth(turn())) == 1,
            _ => Decide(turns, deciding: Kind == "exists"),
        };
    }

    private static bool Decide(IEnumerable<Func<object>> turns, bool deciding)
    {
        OracleException? error = null;
        foreach (var turn in turns)
        {
            try
            {
                if (Truth(turn()) == deciding) return deciding;
            }
            catch (OracleException found)
            {
                error = found;
            }
        }

        return error is null ? !deciding : throw error;
    }

    private static bool Truth(object value) => value as bool? ?? throw new OracleException("no truth");
}

internal sealed record Bind(string Each, Tree Value1, Tree Body) : Tree
{
    public override string Text => $"cel.bind({Each}, {Value1.Text}, {Body.Text})";

    public override object Value(IReadOnlyDictionary<string, object> names)
    {
        var inner = new Dictionary<string, object>(names);
        inner.Remove(Each);
        try
        {
            inner[Each] = Value1.Value(names);
        }
        catch (OracleException)
        {
            // A name bound to an error only counts where it is read.
        }

        return Body.Value(inner);
    }
}
