using Heluo.Cel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>The rule language as packs use it: the standard one, with the zones of the house.</summary>
public static class RuleLanguage
{
    /// <summary>
    /// What every environment of pack rules begins with. Its time zones are those NodaTime carries, never those of the
    /// machine: the same rule gives the same answer on every machine, and in a replay years later.
    /// </summary>
    public static CelEnvironment Standard { get; } = CelEnvironment.Standard.At(Offset);

    private static TimeSpan? Offset(string zone, DateTimeOffset at) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)?.GetUtcOffset(Instant.FromDateTimeOffset(at)).ToTimeSpan();
}
