using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>Parts of instants, in UTC or a named zone, and of lengths of time.</summary>
internal static class TimeFunctions
{
    public static IEnumerable<Overload> All() =>
    [
        .. Part("getFullYear", local => local.Year),
        .. Part("getMonth", local => local.Month - 1),
        .. Part("getDate", local => local.Day),
        .. Part("getDayOfMonth", local => local.Day - 1),
        .. Part("getDayOfYear", local => local.DayOfYear - 1),
        .. Part("getDayOfWeek", local => (int)local.DayOfWeek),
        .. Part("getHours", local => local.Hour),
        .. Part("getMinutes", local => local.Minute),
        .. Part("getSeconds", local => local.Second),
        .. Part("getMilliseconds", local => local.Millisecond),
        Length("getHours", nanoseconds => nanoseconds / 3_600_000_000_000),
        Length("getMinutes", nanoseconds => nanoseconds / 60_000_000_000),
        Length("getSeconds", nanoseconds => nanoseconds / 1_000_000_000),
        Length("getMilliseconds", nanoseconds => nanoseconds / 1_000_000 % 1_000),
    ];

    private static Overload[] Part(string name, Func<DateTime, int> part) =>
    [
        Method(name, [CelType.Timestamp], CelType.Int, (ref _, arguments) =>
            (long)part(arguments[0].AsTimestamp.ToDateTimeOffset().UtcDateTime)),
        Method(name, [CelType.Timestamp, CelType.String], CelType.Int, (ref run, arguments) =>
            Zones.TryLocal(run.Zones, arguments[0].AsTimestamp, arguments[1].AsString, out var local)
                ? (long)part(local)
                : Refuse($"Unknown time zone '{Zones.Shorten(arguments[1].AsString)}'")),
    ];

    private static Overload Length(string name, Func<long, long> part) =>
        Method(name, [CelType.Duration], CelType.Int, (ref _, arguments) => part(arguments[0].AsDuration.Nanoseconds));
}
