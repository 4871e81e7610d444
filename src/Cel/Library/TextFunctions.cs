using Heluo.Cel.Running;
using Heluo.Cel.Values;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>Sizes and the text functions of the standard.</summary>
internal static class TextFunctions
{
    public static IEnumerable<Overload> All() =>
    [
        .. Size(CelType.String, (ref run, arguments) => Sized(ref run, arguments[0].AsString)),
        .. Size(CelType.Bytes, (ref _, arguments) => (long)arguments[0].AsBytes.Length),
        .. Size(CelType.List(A), (ref _, arguments) => (long)arguments[0].AsList.Count),
        .. Size(CelType.Map(A, B), (ref _, arguments) => (long)arguments[0].AsMap.Count),
        Method("contains", [CelType.String, CelType.String], CelType.Bool, Contains),
        Method("startsWith", [CelType.String, CelType.String], CelType.Bool, (ref _, arguments) =>
            arguments[0].AsString.StartsWith(arguments[1].AsString, StringComparison.Ordinal)),
        Method("endsWith", [CelType.String, CelType.String], CelType.Bool, (ref _, arguments) =>
            arguments[0].AsString.EndsWith(arguments[1].AsString, StringComparison.Ordinal)),
        Method("matches", [CelType.String, CelType.String], CelType.Bool, Matches),
        Function("matches", [CelType.String, CelType.String], CelType.Bool, Matches),
    ];

    private static Overload[] Size(CelType type, Body body) =>
        [Function("size", [type], CelType.Int, body), Method("size", [type], CelType.Int, body)];

    private static CelValue Sized(ref Run run, string text) =>
        run.Spend(text.Length / 64) ? (long)Texts.Length(text) : run.OutOfSteps();

    private static CelValue Contains(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, part) = (arguments[0].AsString, arguments[1].AsString);
        return run.Spend(Work.Search(text, part)) ? text.Contains(part, StringComparison.Ordinal) : run.OutOfSteps();
    }

    private static CelValue Matches(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        if (Patterns.Find(arguments[1].AsString, out var message) is not { } pattern)
        {
            return CelValue.Fail(CelCodes.Pattern, message);
        }

        return run.Spend(pattern.Work(text)) ? pattern.Matches(text) : run.OutOfSteps();
    }
}
