using System.Collections.Immutable;
using Heluo.Cel.Checking;
using Heluo.Cel.Library;
using Heluo.Cel.Reading;
using Heluo.Cel.Running;

namespace Heluo.Cel;

/// <summary>What expressions may name: variables in slots, constants, functions. It never changes: each method that
/// adds gives a new one. Safe for use by many threads.</summary>
public sealed class CelEnvironment
{
    private readonly Names _names;

    private CelEnvironment(Names names) => _names = names;

    /// <summary>The functions, operators and macros of the standard and its extensions (optionals, text, maths, lists,
    /// sets, base64, network addresses, bindings), no variable.</summary>
    public static CelEnvironment Standard { get; } = new(new Names
    {
        Constants = StandardLibrary.Types().ToImmutableDictionary(
            type => type.Name, type => (CelType.TypeOf(type), CelValue.OfType(type)), StringComparer.Ordinal),
        Functions = StandardLibrary.Functions()
            .GroupBy(overload => (overload.Function, overload.IsMethod))
            .ToImmutableDictionary(group => group.Key, group => group.ToArray()),
    });

    /// <summary>The variables, in the order of their slots.</summary>
    public IReadOnlyList<CelVariable> Variables => _names.Variables;

    /// <summary>Bounds on the text of expressions.</summary>
    public CelLimits Limits => _names.Limits;

    /// <summary>The namespace in which names are looked up first; empty for none.</summary>
    public string Container => _names.Container;

    internal CelZones Zones => _names.Zones;

    /// <summary>Adds a variable in the next slot. A name declared before throws
    /// <see cref="ArgumentException"/>.</summary>
    /// <param name="name">An identifier, or several joined by dots (<c>case.stage</c>), at most 200 characters.</param>
    /// <param name="type">The type that its values will have.</param>
    public CelEnvironment Declare(string name, CelType type)
    {
        _names.Guard(name);
        var variable = new CelVariable(name, type, Variables.Count);
        return new CelEnvironment(_names with
        {
            Variables = _names.Variables.Add(variable),
            ByName = _names.ByName.Add(name, variable),
        });
    }

    /// <summary>Adds a constant, put into expressions when they are compiled.</summary>
    /// <param name="name">As for <see cref="Declare"/>.</param>
    /// <param name="type">Its type.</param>
    /// <param name="value">Its value, which must have that type.</param>
    public CelEnvironment Define(string name, CelType type, CelValue value)
    {
        _names.Guard(name);
        return new CelEnvironment(_names with { Constants = _names.Constants.Add(name, (type, value)) });
    }

    /// <summary>Adds forms of a function; a name may get more forms, also a name of the standard.</summary>
    /// <param name="name">An identifier, or several joined by dots, at most 200 characters.</param>
    /// <param name="overloads">The forms, 1 to 100.</param>
    public CelEnvironment Function(string name, params IReadOnlyList<CelOverload> overloads)
    {
        Names.GuardForm(name);
        ArgumentOutOfRangeException.ThrowIfZero(overloads.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overloads.Count, 100);
        var functions = _names.Functions;
        foreach (var overload in overloads)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(overload.Parameters.Count, 16);
            var body = overload.Body;
            var added = new Overload(
                name, overload.IsMethod, [.. overload.Parameters], overload.Result,
                (ref _, arguments) => body(arguments), isFoldable: false);
            var key = (name, overload.IsMethod);
            functions = functions.SetItem(key, [.. functions.GetValueOrDefault(key) ?? [], added]);
        }

        return new CelEnvironment(_names with { Functions = functions });
    }

    /// <summary>The same with other bounds on the text.</summary>
    public CelEnvironment Within(CelLimits limits) => new(_names with { Limits = limits.Checked() });

    /// <summary>The same with names looked up in a namespace first: in <c>a.b</c>, <c>x</c> may mean <c>a.b.x</c>,
    /// <c>a.x</c> or <c>x</c>.</summary>
    public CelEnvironment In(string container) => new(_names with { Container = container });

    /// <summary>The same with another source of time zones than the machine's.</summary>
    public CelEnvironment At(CelZones zones) => new(_names with { Zones = zones });

    /// <summary>A variable by its whole name, or null.</summary>
    public CelVariable? FindVariable(string name) => _names.ByName.GetValueOrDefault(name);

    /// <summary>Values for the variables, all still without one.</summary>
    public CelFrame Frame() => new(this);

    /// <summary>Reads, checks and compiles an expression.</summary>
    /// <param name="source">The text.</param>
    /// <param name="expected">The type it must give; null for any.</param>
    public CelCompilation Compile(string source, CelType? expected = null) => Compile(source, expected, lenient: false);

    internal CelCompilation Compile(string source, CelType? expected, bool lenient)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = new Source(source);
        if (Parser.TryParse(text, Limits, out var nodes, out var fault) is not { } root)
        {
            return new CelCompilation(null, [fault!]);
        }

        var found = Checker.Check(this, text, root, nodes, expected, lenient);
        if (found.Faults.Count > 0)
        {
            return new CelCompilation(null, [.. found.Faults.OrderBy(one => one.At.Line).ThenBy(one => one.At.Column)]);
        }

        return new CelCompilation(Compiler.Compile(this, text, root, found), []);
    }

    internal (CelType Type, CelValue Value)? FindConstant(string name) =>
        _names.Constants.TryGetValue(name, out var constant) ? constant : null;

    internal Overload[]? FindFunctions(string name, bool isMethod) =>
        _names.Functions.GetValueOrDefault((name, isMethod));

    /// <summary>What a name may stand for in full, the innermost container first.</summary>
    internal IEnumerable<string> Candidates(string name, bool isRooted)
    {
        var container = isRooted ? "" : Container;
        while (container.Length > 0)
        {
            yield return $"{container}.{name}";
            container = container.LastIndexOf('.') is > 0 and var dot ? container[..dot] : "";
        }

        yield return name;
    }
}
