using System.Text;
using Heluo.Cel.Running;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>The text extension of the standard. Positions count code points.</summary>
internal static class StringExtensions
{
    private static readonly CelType Text = CelType.String;
    private static readonly CelType Texts = CelType.List(CelType.String);

    public static IEnumerable<Overload> All() =>
    [
        Method("charAt", [Text, CelType.Int], Text, CharAt),
        Method("indexOf", [Text, Text], CelType.Int, IndexOf),
        Method("indexOf", [Text, Text, CelType.Int], CelType.Int, IndexOf),
        Method("lastIndexOf", [Text, Text], CelType.Int, LastIndexOf),
        Method("lastIndexOf", [Text, Text, CelType.Int], CelType.Int, LastIndexOf),
        Method("lowerAscii", [Text], Text, (ref run, arguments) =>
            Each(ref run, arguments[0], char.IsAsciiLetterUpper, 32)),
        Method("upperAscii", [Text], Text, (ref run, arguments) =>
            Each(ref run, arguments[0], char.IsAsciiLetterLower, -32)),
        Method("trim", [Text], Text, (ref run, arguments) =>
            run.Spend(arguments[0].AsString.Length / 64) ? arguments[0].AsString.Trim() : run.OutOfSteps()),
        Method("reverse", [Text], Text, Reverse),
        Method("substring", [Text, CelType.Int], Text, Substring),
        Method("substring", [Text, CelType.Int, CelType.Int], Text, Substring),
        Method("replace", [Text, Text, Text], Text, Replacing.Replace),
        Method("replace", [Text, Text, Text, CelType.Int], Text, Replacing.Replace),
        Method("split", [Text, Text], Texts, Replacing.Split),
        Method("split", [Text, Text, CelType.Int], Texts, Replacing.Split),
        Method("join", [Texts], Text, Replacing.Join),
        Method("join", [Texts, Text], Text, Replacing.Join),
        Method("format", [Text, CelType.List(CelType.Dyn)], Text, Formatting.Format),
        Function("strings.quote", [Text], Text, Quote),
    ];

    private static CelValue OutOfBounds(long index) => CelValue.Fail(CelCodes.Index, $"Index out of range: {index}");

    private static CelValue CharAt(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, index) = (arguments[0].AsString, arguments[1].AsInt);
        if (!run.Spend(text.Length / 64)) return run.OutOfSteps();
        var at = Values.Texts.Offset(text, index);
        if (at < 0) return OutOfBounds(index);
        return at == text.Length ? "" : text.Substring(at, Values.Texts.Width(text, at));
    }

    private static CelValue IndexOf(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, part) = (arguments[0].AsString, arguments[1].AsString);
        if (!run.Spend(Work.Search(text, part))) return run.OutOfSteps();
        var index = arguments.Length == 3 ? arguments[2].AsInt : 0;
        var at = Values.Texts.Offset(text, index);
        if (at < 0) return OutOfBounds(index);
        return (long)Values.Texts.Index(text, text.IndexOf(part, at, StringComparison.Ordinal));
    }

    private static CelValue LastIndexOf(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, part) = (arguments[0].AsString, arguments[1].AsString);
        if (!run.Spend(Work.Search(text, part))) return run.OutOfSteps();
        var at = text.Length;
        if (arguments.Length == 3)
        {
            at = Values.Texts.Offset(text, arguments[2].AsInt);
            if (at < 0) return OutOfBounds(arguments[2].AsInt);
        }

        var end = Math.Min((long)at + part.Length, text.Length);
        return (long)Values.Texts.Index(text, text.AsSpan(0, (int)end).LastIndexOf(part, StringComparison.Ordinal));
    }

    private static CelValue Each(ref Run run, in CelValue text, Func<char, bool> changes, int by) =>
        run.Spend(text.AsString.Length / 64)
            ? string.Create(text.AsString.Length, text.AsString, (units, from) =>
            {
                for (var i = 0; i < units.Length; i++) units[i] = changes(from[i]) ? (char)(from[i] + by) : from[i];
            })
            : run.OutOfSteps();

    private static CelValue Reverse(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        if (!run.Spend(text.Length / 32)) return run.OutOfSteps();
        var units = new char[text.Length];
        for (int at = 0, end = text.Length; at < text.Length;)
        {
            var width = Values.Texts.Width(text, at);
            text.CopyTo(at, units, end -= width, width);
            at += width;
        }

        return new string(units);
    }

    private static CelValue Substring(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, from) = (arguments[0].AsString, arguments[1].AsInt);
        if (!run.Spend(text.Length / 64)) return run.OutOfSteps();
        var start = Values.Texts.Offset(text, from);
        if (start < 0) return OutOfBounds(from);
        if (arguments.Length == 2) return text[start..];
        var end = Values.Texts.Offset(text, arguments[2].AsInt);
        if (end < 0) return OutOfBounds(arguments[2].AsInt);
        return start <= end
            ? text[start..end]
            : CelValue.Fail(CelCodes.Index, $"Invalid substring range. start: {from}, end: {arguments[2].AsInt}");
    }

    private static CelValue Quote(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        if (text.Length * 2L > run.Budget.TextLength) return run.TooLong();
        if (!run.Spend(text.Length / 16)) return run.OutOfSteps();
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
        {
            var escape = unit switch
            {
                '\a' => 'a', '\b' => 'b', '\f' => 'f', '\n' => 'n', '\r' => 'r', '\t' => 't', '\v' => 'v',
                '\\' or '"' => unit,
                _ => '\0',
            };
            if (escape == '\0') quoted.Append(unit);
            else quoted.Append('\\').Append(escape);
        }

        return quoted.Append('"').ToString();
    }
}
