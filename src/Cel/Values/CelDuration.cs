using System.Globalization;
using System.Text;

namespace Heluo.Cel;

/// <summary>A length of time in nanoseconds, about ±292 years
/// (the standard's <c>google.protobuf.Duration</c>, with the range its conformance tests ask for).</summary>
public readonly record struct CelDuration : IComparable<CelDuration>
{
    private const long Second = 1_000_000_000;

    private CelDuration(long nanoseconds) => Nanoseconds = nanoseconds;

    /// <summary>The length in nanoseconds.</summary>
    public long Nanoseconds { get; }

    /// <summary>So many nanoseconds.</summary>
    public static CelDuration FromNanoseconds(long nanoseconds) => new(nanoseconds);

    /// <summary>The same length from .NET; false beyond ±292 years.</summary>
    public static bool TryFrom(TimeSpan span, out CelDuration duration)
    {
        var fits = span.Ticks is >= long.MinValue / 100 and <= long.MaxValue / 100;
        duration = fits ? new CelDuration(span.Ticks * 100) : default;
        return fits;
    }

    /// <summary>The same length for .NET, cut to 100 ns.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / 100);

    /// <summary>Reads a signed sequence of numbers with units h, m, s, ms, us, ns: <c>1h30m</c>, <c>-1.5s</c>.
    /// False for any other text or a length out of range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CelDuration duration)
    {
        duration = default;
        if (text.Length is 0 or > 100) return false;
        var negative = text[0] == '-';
        if (text[0] is '-' or '+') text = text[1..];
        if (text is "0") return true;
        if (text.IsEmpty) return false;
        Int128 total = 0;
        while (!text.IsEmpty)
        {
            if (!TakePart(ref text, out var part)) return false;
            total += part;
            if (total > (Int128)long.MaxValue + 1) return false;
        }

        if (negative) total = -total;
        if (total > long.MaxValue) return false;
        duration = new CelDuration((long)total);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CelDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Seconds with as many decimals as are needed: <c>1.5s</c>.</summary>
    public override string ToString()
    {
        var (seconds, nanos) = Math.DivRem(Nanoseconds, Second);
        var text = new StringBuilder();
        if (Nanoseconds < 0 && seconds == 0) text.Append('-');
        text.Append(CultureInfo.InvariantCulture, $"{seconds}");
        if (nanos != 0)
        {
            text.Append('.').Append(Math.Abs(nanos).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0'));
        }

        return text.Append('s').ToString();
    }

    /// <summary>Shorter.</summary>
    public static bool operator <(CelDuration left, CelDuration right) => left.CompareTo(right) < 0;

    /// <summary>Longer.</summary>
    public static bool operator >(CelDuration left, CelDuration right) => left.CompareTo(right) > 0;

    /// <summary>Not longer.</summary>
    public static bool operator <=(CelDuration left, CelDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Not shorter.</summary>
    public static bool operator >=(CelDuration left, CelDuration right) => left.CompareTo(right) >= 0;

    private static bool TakePart(ref ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        var number = text[..end];
        text = text[end..];
        var (unit, length) = text switch
        {
            ['h', ..] => (3600 * Second, 1),
            ['m', 's', ..] => (Second / 1000, 2),
            ['m', ..] => (60 * Second, 1),
            ['s', ..] => (Second, 1),
            ['u' or 'µ' or 'μ', 's', ..] => (1000, 2),
            ['n', 's', ..] => (1L, 2),
            _ => (0L, 0),
        };
        if (unit == 0 || number.Length is 0 or > 30) return false;
        text = text[length..];
        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out var amount)) return false;
        if (amount > 10_000_000_000_000_000_000m / unit) return false;
        nanoseconds = (Int128)decimal.Truncate(amount * unit);
        return true;
    }
}
