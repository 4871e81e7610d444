using System.Globalization;

namespace Heluo.Cel;

/// <summary>An instant from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z, to the nanosecond
/// (RFC 3339; the standard's <c>google.protobuf.Timestamp</c>).</summary>
public readonly record struct CelTimestamp : IComparable<CelTimestamp>
{
    private const long First = -62_135_596_800;
    private const long Last = 253_402_300_799;
    private const int NanosPerSecond = 1_000_000_000;

    private CelTimestamp(long seconds, int nanos) => (Seconds, Nanos) = (seconds, nanos);

    /// <summary>Whole seconds since 1970-01-01T00:00:00Z, rounded down.</summary>
    public long Seconds { get; }

    /// <summary>Nanoseconds within the second, 0 to 999,999,999.</summary>
    public int Nanos { get; }

    /// <summary>The instant at so many seconds since 1970; false outside the years 1 to 9999.</summary>
    public static bool TryCreate(long seconds, int nanos, out CelTimestamp timestamp)
    {
        var valid = seconds is >= First and <= Last && nanos is >= 0 and < NanosPerSecond;
        timestamp = valid ? new CelTimestamp(seconds, nanos) : default;
        return valid;
    }

    /// <summary>The same instant from .NET, exact to its 100 ns.</summary>
    public static CelTimestamp From(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - DateTime.UnixEpoch.Ticks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0) (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        return new CelTimestamp(seconds, (int)rest * 100);
    }

    /// <summary>The same instant for .NET, cut to 100 ns.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks((Seconds * TimeSpan.TicksPerSecond) + (Nanos / 100));

    /// <summary>Reads RFC 3339: <c>2021-02-19T08:00:00.5+08:00</c>. False for any other text, a day that does not
    /// exist or an instant out of range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CelTimestamp timestamp)
    {
        timestamp = default;
        if (text.Length is < 20 or > 40 || text[10] != 'T') return false;
        if (!DateTime.TryParseExact(text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var whole)) return false;
        var rest = text[19..];
        if (!TakeFraction(ref rest, out var nanos) || !TakeOffset(rest, out var offset)) return false;
        var seconds = ((whole.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) - offset;
        return TryCreate(seconds, nanos, out timestamp);
    }

    /// <summary>Adds a length of time; false when the result is out of range.</summary>
    public bool TryAdd(CelDuration duration, out CelTimestamp timestamp)
    {
        var seconds = Math.DivRem(duration.Nanoseconds, NanosPerSecond, out var nanos) + Seconds;
        nanos += Nanos;
        if (nanos < 0) (seconds, nanos) = (seconds - 1, nanos + NanosPerSecond);
        else if (nanos >= NanosPerSecond) (seconds, nanos) = (seconds + 1, nanos - NanosPerSecond);
        return TryCreate(seconds, (int)nanos, out timestamp);
    }

    /// <summary>The time from <paramref name="earlier"/> to this; false when it does not fit a duration.</summary>
    public bool TrySubtract(CelTimestamp earlier, out CelDuration duration)
    {
        var nanos = ((Int128)(Seconds - earlier.Seconds) * NanosPerSecond) + Nanos - earlier.Nanos;
        var fits = nanos >= long.MinValue && nanos <= long.MaxValue;
        duration = fits ? CelDuration.FromNanoseconds((long)nanos) : default;
        return fits;
    }

    /// <inheritdoc/>
    public int CompareTo(CelTimestamp other) =>
        Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Nanos.CompareTo(other.Nanos);

    /// <summary>RFC 3339 in UTC with as many digits of the second as are needed.</summary>
    public override string ToString()
    {
        var whole = DateTime.UnixEpoch.AddTicks(Seconds * TimeSpan.TicksPerSecond);
        var text = whole.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return Nanos == 0 ? $"{text}Z" : $"{text}.{Nanos.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0')}Z";
    }

    /// <summary>Earlier.</summary>
    public static bool operator <(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) >= 0;

    private static bool TakeFraction(ref ReadOnlySpan<char> rest, out int nanos)
    {
        nanos = 0;
        if (rest.IsEmpty || rest[0] != '.') return true;
        var digits = 1;
        var scale = NanosPerSecond / 10;
        for (; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++, scale /= 10)
        {
            nanos += (rest[digits] - '0') * scale;
        }

        rest = rest[digits..];
        return digits is > 1 and <= 10;
    }

    private static bool TakeOffset(ReadOnlySpan<char> rest, out int seconds)
    {
        seconds = 0;
        if (rest is "Z") return true;
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':') return false;
        if (!int.TryParse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)) return false;
        if (!int.TryParse(rest[4..6], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return false;
        seconds = ((hours * 3600) + (minutes * 60)) * (rest[0] == '-' ? -1 : 1);
        return hours <= 23 && minutes <= 59;
    }
}
