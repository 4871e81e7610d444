using System.Globalization;
using System.Numerics;
using System.Text;
using Heluo.Cel.Running;
using Heluo.Cel.Values;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary><c>'%s is %.2f'.format([..])</c>.</summary>
internal static class Formatting
{
    private const int MostPrecise = 100;

    public static CelValue Format(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var (form, values) = (arguments[0].AsString, arguments[1].AsList);
        if (!run.Spend(form.Length / 16)) return run.OutOfSteps();
        var made = new StringBuilder();
        var next = 0;
        for (var at = 0; at < form.Length; at++)
        {
            if (form[at] != '%')
            {
                made.Append(form[at]);
                continue;
            }

            if (++at == form.Length) return Refuse("Could not parse formatting clause: it has no letter");
            if (form[at] == '%')
            {
                made.Append('%');
                continue;
            }

            if (!TryPrecision(form, ref at, out var precision))
            {
                return Refuse("Could not parse formatting clause: precision");
            }

            if (next >= values.Count) return CelValue.Fail(CelCodes.Index, $"Index {next} out of range");
            var fault = Write(ref run, made, form[at], precision, values[next++]);
            if (fault.Kind != CelKind.None) return fault;
            if (made.Length > run.Budget.TextLength) return run.TooLong();
        }

        return made.ToString();
    }

    /// <summary>Reads <c>.6</c>; -1 when there is none. Ends on the letter of the clause.</summary>
    private static bool TryPrecision(string form, ref int at, out int precision)
    {
        precision = -1;
        if (form[at] != '.') return true;
        var start = ++at;
        while (at < form.Length && char.IsAsciiDigit(form[at])) at++;
        return at < form.Length && int.TryParse(form.AsSpan(start, at - start), NumberStyles.None,
            CultureInfo.InvariantCulture, out precision) && precision <= MostPrecise;
    }

    private static CelValue Write(ref Run run, StringBuilder made, char clause, int precision, in CelValue value)
    {
        switch (clause)
        {
            case 's': return FormattedText.Write(ref run, made, value);
            case 'd': return Whole(made, value);
            case 'f': return Real(made, value, precision, "fixed-point", Fixed);
            case 'e': return Real(made, value, precision, "scientific", Scientific);
            case 'b': return Binary(made, value);
            case 'o': return Octal(made, value);
            case 'x' or 'X': return Hex(made, value, clause);
            default: return Refuse($"Could not parse formatting clause: unrecognized formatting clause \"{clause}\"");
        }
    }

    private static CelValue Wrong(string rule, in CelValue value) =>
        Refuse($"Error during formatting: {rule}, was given {Kinds.Name(value)}");

    private static CelValue Whole(StringBuilder made, in CelValue value)
    {
        if (value.Kind is not (CelKind.Int or CelKind.Uint)
            && !(value.Kind == CelKind.Double && !double.IsFinite(value.AsDouble)))
        {
            return Wrong("decimal clause can only be used on integers", value);
        }

        made.Append(Scalars.Text(value));
        return default;
    }

    private static CelValue Real(
        StringBuilder made, in CelValue value, int precision, string name, Func<double, int, string> write)
    {
        double? number = value.Kind switch
        {
            CelKind.Double => value.AsDouble,
            CelKind.Int => value.AsInt,
            CelKind.Uint => value.AsUint,
            _ => null,
        };
        if (number is not { } known) return Wrong($"{name} clause can only be used on doubles", value);
        var digits = precision < 0 ? 6 : precision;
        made.Append(double.IsFinite(known) ? write(known, digits) : JsonWriting.DoubleText(known));
        return default;
    }

    /// <summary>Rounds the exact binary value, a tie to the even digit.</summary>
    private static string Fixed(double value, int precision)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> 52);
        var mantissa = new BigInteger((bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52));
        var shift = Math.Max(exponent, 1) - 1075;
        var scaled = mantissa * BigInteger.Pow(10, precision);
        if (shift >= 0) scaled <<= shift;
        else
        {
            var half = BigInteger.One << (-shift - 1);
            var rest = scaled & ((BigInteger.One << -shift) - 1);
            scaled >>= -shift;
            if (rest > half || (rest == half && !scaled.IsEven)) scaled += 1;
        }

        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        var sign = double.IsNegative(value) ? "-" : "";
        return precision == 0 ? sign + digits : $"{sign}{digits[..^precision]}.{digits[^precision..]}";
    }

    private static string Scientific(double value, int precision)
    {
        var text = value.ToString($"E{precision}", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        return $"{text[..at]}e{text[at + 1]}{text[(at + 2)..].TrimStart('0').PadLeft(2, '0')}";
    }

    private static CelValue Binary(StringBuilder made, in CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Bool: made.Append(value.AsBool ? '1' : '0'); return default;
            case CelKind.Int: made.Append(Signed(value.AsInt, Digits)); return default;
            case CelKind.Uint: made.Append(Digits(value.AsUint)); return default;
            default: return Wrong("only integers and bools can be formatted as binary", value);
        }

        static string Digits(ulong size) => size.ToString("b", CultureInfo.InvariantCulture);
    }

    private static CelValue Octal(StringBuilder made, in CelValue value)
    {
        if (value.Kind is not (CelKind.Int or CelKind.Uint))
        {
            return Wrong("octal clause can only be used on integers", value);
        }

        made.Append(value.Kind == CelKind.Int ? Signed(value.AsInt, Digits) : Digits(value.AsUint));
        return default;

        static string Digits(ulong size)
        {
            var digits = new StringBuilder();
            do
            {
                digits.Insert(0, (char)('0' + (size & 7)));
                size >>= 3;
            }
            while (size > 0);
            return digits.ToString();
        }
    }

    private static CelValue Hex(StringBuilder made, in CelValue value, char clause)
    {
        var text = value.Kind switch
        {
            CelKind.Int => Signed(value.AsInt, size => size.ToString("x", CultureInfo.InvariantCulture)),
            CelKind.Uint => value.AsUint.ToString("x", CultureInfo.InvariantCulture),
            CelKind.String => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value.AsString)),
            CelKind.Bytes => Convert.ToHexStringLower(value.AsBytes),
            _ => null,
        };
        if (text is null) return Wrong("only integers, byte buffers, and strings can be formatted as hex", value);
        made.Append(clause == 'x' ? text : text.ToUpperInvariant());
        return default;
    }

    private static string Signed(long value, Func<ulong, string> digits) =>
        value < 0 ? "-" + digits(unchecked((ulong)-value)) : digits((ulong)value);
}
