using System.Text;
using Heluo.Cel.Running;
using Heluo.Cel.Values;

namespace Heluo.Cel.Library;

/// <summary>The <c>%s</c> clause: any value of the language, lists and maps with their content.</summary>
internal static class FormattedText
{
    /// <summary>Writes the value; an error, or None.</summary>
    public static CelValue Write(ref Run run, StringBuilder made, in CelValue value)
    {
        if (!run.Spend(1)) return run.OutOfSteps();
        if (made.Length > run.Budget.TextLength) return run.TooLong();
        switch (value.Kind)
        {
            case CelKind.List: return WriteList(ref run, made, value.AsList);
            case CelKind.Map: return WriteMap(ref run, made, value.AsMap);
            case CelKind.Bytes: made.Append(Encoding.UTF8.GetString(value.AsBytes)); return default;
            case CelKind.Record or CelKind.Optional or CelKind.Opaque:
                return Form.Refuse("Error during formatting: string clause can only be used on strings, bools, bytes, "
                    + $"ints, doubles, maps, lists, types, durations, and timestamps, was given {Kinds.Name(value)}");
            default: made.Append(Scalars.Text(value)); return default;
        }
    }

    private static CelValue WriteList(ref Run run, StringBuilder made, CelList list)
    {
        made.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) made.Append(", ");
            var fault = Write(ref run, made, list[i]);
            if (fault.Kind != CelKind.None) return fault;
        }

        made.Append(']');
        return default;
    }

    private static CelValue WriteMap(ref Run run, StringBuilder made, CelMap map)
    {
        made.Append('{');
        var entries = map.Select(entry => (Key: Scalars.Text(entry.Key), entry.Value));
        var first = true;
        foreach (var (key, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            made.Append(first ? "" : ", ").Append(key).Append(": ");
            first = false;
            var fault = Write(ref run, made, value);
            if (fault.Kind != CelKind.None) return fault;
        }

        made.Append('}');
        return default;
    }
}
