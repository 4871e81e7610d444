using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>
/// Turns a duty over a place into duties over code prefixes, which is how an actor's right is tested: a management area
/// or a
/// division whose parts have foreign codes becomes several.
/// </summary>
internal static class DutyReach
{
    public static IEnumerable<Duty> Of(City city, string role, string? agency, string? place) =>
        city.Reach(place) is { } prefixes
            ? prefixes.Select(prefix => new Duty(role, agency, prefix))
            : [new Duty(role, agency)];
}
