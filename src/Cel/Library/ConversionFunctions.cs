using System.Globalization;
using System.Text;
using Heluo.Cel.Running;
using Heluo.Cel.Values;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>Conversions between types.</summary>
internal static class ConversionFunctions
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static IEnumerable<Overload> All() =>
    [
        Function("type", [A], CelType.TypeOf(A), (ref _, arguments) => CelValue.OfTypeName(Kinds.Name(arguments[0]))),
        Function("dyn", [A], CelType.Dyn, Same),
        .. To("bool", CelType.Bool, (CelType.Bool, Same), (CelType.String, BoolOfText)),
        .. To("int", CelType.Int,
            (CelType.Int, Same), (CelType.Uint, IntOfUint), (CelType.Double, IntOfDouble), (CelType.String, IntOfText),
            (CelType.Timestamp, (ref _, arguments) => arguments[0].AsTimestamp.Seconds),
            (CelType.Duration, (ref _, arguments) => arguments[0].AsDuration.Nanoseconds / 1_000_000_000)),
        .. To("uint", CelType.Uint,
            (CelType.Uint, Same), (CelType.Int, UintOfInt), (CelType.Double, UintOfDouble),
            (CelType.String, UintOfText)),
        .. To("double", CelType.Double,
            (CelType.Double, Same), (CelType.Int, (ref _, arguments) => (double)arguments[0].AsInt),
            (CelType.Uint, (ref _, arguments) => (double)arguments[0].AsUint), (CelType.String, DoubleOfText)),
        .. To("string", CelType.String,
            (CelType.String, Same), (CelType.Bool, TextOf), (CelType.Int, TextOf), (CelType.Uint, TextOf),
            (CelType.Double, TextOf), (CelType.Timestamp, TextOf), (CelType.Duration, TextOf),
            (CelType.Bytes, TextOfBytes)),
        .. To("bytes", CelType.Bytes, (CelType.Bytes, Same), (CelType.String, BytesOfText)),
        .. To("timestamp", CelType.Timestamp,
            (CelType.Timestamp, Same), (CelType.String, TimestampOfText), (CelType.Int, TimestampOfInt)),
        .. To("duration", CelType.Duration,
            (CelType.Duration, Same), (CelType.String, DurationOfText), (CelType.Int, DurationOfInt)),
    ];

    private static IEnumerable<Overload> To(string name, CelType result, params (CelType From, Body Body)[] forms) =>
        forms.Select(form => Function(name, [form.From], result, form.Body));

    private static CelValue Same(ref Run run, ReadOnlySpan<CelValue> arguments) => arguments[0];

    private static CelValue BoolOfText(ref Run run, ReadOnlySpan<CelValue> arguments) => arguments[0].AsString switch
    {
        "true" or "True" or "TRUE" or "t" or "1" => true,
        "false" or "False" or "FALSE" or "f" or "0" => false,
        _ => Unfit("the text is no bool"),
    };

    private static CelValue IntOfUint(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        arguments[0].AsUint <= long.MaxValue ? (long)arguments[0].AsUint : OutOfRange("the number does not fit an int");

    private static CelValue IntOfDouble(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        arguments[0].AsDouble is > -9223372036854775808.0 and < 9223372036854775808.0
            ? (long)arguments[0].AsDouble
            : OutOfRange("the number does not fit an int");

    private static CelValue IntOfText(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        long.TryParse(
            arguments[0].AsString, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Unfit("the text is no int");

    private static CelValue UintOfInt(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        arguments[0].AsInt >= 0 ? CelValue.Of((ulong)arguments[0].AsInt) : OutOfRange("the number does not fit a uint");

    private static CelValue UintOfDouble(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        arguments[0].AsDouble is >= 0 and < 18446744073709551616.0
            ? CelValue.Of((ulong)arguments[0].AsDouble)
            : OutOfRange("the number does not fit a uint");

    private static CelValue UintOfText(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        ulong.TryParse(arguments[0].AsString, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? CelValue.Of(number)
            : Unfit("the text is no uint");

    private static CelValue DoubleOfText(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text switch
        {
            "NaN" => double.NaN,
            "Inf" or "+Inf" or "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Inf" or "-Infinity" => double.NegativeInfinity,
            _ when double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) => number,
            _ => Unfit("the text is no double"),
        };
    }

    private static CelValue TextOf(ref Run run, ReadOnlySpan<CelValue> arguments) => Scalars.Text(arguments[0]);

    private static CelValue TextOfBytes(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var bytes = arguments[0].AsBytes;
        if (!run.Spend(bytes.Length / 64)) return run.OutOfSteps();
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Unfit("invalid UTF-8");
        }
    }

    private static CelValue BytesOfText(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        return run.Spend(text.Length / 64) ? CelValue.OwnBytes(Encoding.UTF8.GetBytes(text)) : run.OutOfSteps();
    }

    private static CelValue TimestampOfText(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        CelTimestamp.TryParse(arguments[0].AsString, out var timestamp)
            ? CelValue.Of(timestamp)
            : Unfit("the text is no timestamp, or out of range");

    private static CelValue TimestampOfInt(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        CelTimestamp.TryCreate(arguments[0].AsInt, 0, out var timestamp)
            ? CelValue.Of(timestamp)
            : OutOfRange("the seconds do not fit a timestamp");

    private static CelValue DurationOfText(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        CelDuration.TryParse(arguments[0].AsString, out var duration)
            ? CelValue.Of(duration)
            : Unfit("the text is no duration, or out of range");

    private static CelValue DurationOfInt(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        Exact.Multiply(arguments[0].AsInt, 1_000_000_000, out var nanoseconds)
            ? CelValue.Of(CelDuration.FromNanoseconds(nanoseconds))
            : OutOfRange("the seconds do not fit a duration");
}
