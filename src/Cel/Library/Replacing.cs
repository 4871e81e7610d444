using System.Text;
using Heluo.Cel.Running;
using Heluo.Cel.Values;

namespace Heluo.Cel.Library;

/// <summary>Replacing, splitting and joining text.</summary>
internal static class Replacing
{
    public static CelValue Replace(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, old, with) = (arguments[0].AsString, arguments[1].AsString, arguments[2].AsString);
        var limit = arguments.Length == 4 && arguments[3].AsInt >= 0 ? arguments[3].AsInt : long.MaxValue;
        if (!run.Spend(Work.Search(text, old))) return run.OutOfSteps();
        var made = new StringBuilder();
        var at = 0;
        for (var done = 0L; done < limit; done++)
        {
            var found = Next(text, old, at, done);
            if (found < 0) break;
            if (!run.Spend(1 + (with.Length / 64))) return run.OutOfSteps();
            made.Append(text, at, found - at).Append(with);
            at = found + old.Length;
            if (made.Length > run.Budget.TextLength) return run.TooLong();
        }

        made.Append(text, at, text.Length - at);
        return made.Length > run.Budget.TextLength ? run.TooLong() : made.ToString();
    }

    public static CelValue Split(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (text, separator) = (arguments[0].AsString, arguments[1].AsString);
        var limit = arguments.Length == 3 ? arguments[2].AsInt : -1;
        if (limit == 0) return CelValue.Of(CelList.Empty);
        if (!run.Spend(Work.Search(text, separator))) return run.OutOfSteps();
        var parts = new List<CelValue>();
        var at = 0;
        while (limit < 0 || parts.Count < limit - 1)
        {
            var end = separator.Length == 0 ? Letter(text, at) : text.IndexOf(separator, at, StringComparison.Ordinal);
            if (end < 0) break;
            if (!run.Spend(1)) return run.OutOfSteps();
            if (parts.Count >= run.Budget.Items) return run.TooMany();
            parts.Add(text[at..end]);
            at = end + separator.Length;
        }

        if (separator.Length > 0 || at < text.Length) parts.Add(text[at..]);
        return CelValue.Of(CelList.Own([.. parts]));
    }

    public static CelValue Join(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var separator = arguments.Length == 2 ? arguments[1].AsString : "";
        var made = new StringBuilder();
        foreach (ref readonly var item in arguments[0].AsList.Span)
        {
            if (item.Kind != CelKind.String) return Form.Refuse("join() takes a list of texts");
            if (!run.Spend(1 + ((item.AsString.Length + separator.Length) / 64))) return run.OutOfSteps();
            made.Append(item.AsString).Append(separator);
            if (made.Length > run.Budget.TextLength) return run.TooLong();
        }

        made.Length = Math.Max(made.Length - separator.Length, 0);
        return made.ToString();
    }

    /// <summary>Where the next replacement goes; an empty part stands before every letter and at the end.</summary>
    private static int Next(string text, string old, int at, long done)
    {
        if (old.Length > 0) return text.IndexOf(old, at, StringComparison.Ordinal);
        if (done == 0) return 0;
        return at < text.Length ? at + Texts.Width(text, at) : -1;
    }

    /// <summary>The end of the letter at a place, unless it is the last.</summary>
    private static int Letter(string text, int at)
    {
        var end = at < text.Length ? at + Texts.Width(text, at) : -1;
        return end < text.Length ? end : -1;
    }
}
