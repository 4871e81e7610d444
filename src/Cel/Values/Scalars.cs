using System.Globalization;

namespace Heluo.Cel.Values;

/// <summary>The text of single values, as <c>string(x)</c> gives it.</summary>
internal static class Scalars
{
    public static string Text(in CelValue value) => value.Kind switch
    {
        CelKind.String => value.AsString,
        CelKind.Bool => value.AsBool ? "true" : "false",
        CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => value.AsUint.ToString(CultureInfo.InvariantCulture),
        CelKind.Double => Number(value.AsDouble),
        CelKind.Timestamp => value.AsTimestamp.ToString(),
        CelKind.Duration => value.AsDuration.ToString(),
        CelKind.Type => value.AsTypeName,
        CelKind.Opaque => value.AsOpaque.ToString(),
        _ => "null",
    };

    /// <summary>The shortest text that reads back as the same number; an exponent below 1e-4 and from 1e21.</summary>
    private static string Number(double value)
    {
        if (!double.IsFinite(value)) return JsonWriting.DoubleText(value);
        var size = Math.Abs(value);
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!text.Contains('E', StringComparison.Ordinal)) return text;
        return size is >= 1e-4 and < 1e21
            ? Plain(text)
            : text.Replace("E", "e", StringComparison.Ordinal);
    }

    private static string Plain(string text) => decimal
        .Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        .ToString(CultureInfo.InvariantCulture);
}
