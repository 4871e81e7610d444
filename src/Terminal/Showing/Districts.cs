using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Terminal.Showing;

/// <summary>The places of a city in two steps, as people choose them: a district, county or zone, then a subdistrict,
/// town or township of it.</summary>
internal static class Districts
{
    /// <summary>The districts, counties and zones. A zone that runs one of them and nothing else is that one, and is
    /// not offered a second time.</summary>
    public static ImmutableArray<(string Code, Localized Name)> Of(City city)
    {
        var divisions = city.ChildrenOf(city.Root);
        return
        [
            .. divisions.Select(one => (one.Code, one.Name)),
            .. city.Areas
                .Where(one => one.Covers is not [var only] || divisions.All(other => other.Code != only))
                .Select(one => (one.Id, one.Name)),
        ];
    }

    /// <summary>The district a place belongs to: itself, or the nearest above it; the place when none is.</summary>
    public static string Of(City city, string place)
    {
        var offered = Of(city).Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        return city.Chain(place).FirstOrDefault(offered.Contains) ?? place;
    }

    /// <summary>The places below a district; empty where the city names none.</summary>
    public static ImmutableArray<Division> Below(City city, string district) =>
        city.FindArea(district)?.Covers is { } covers
            ? [.. covers.Select(city.Find).OfType<Division>()]
            : city.ChildrenOf(district);
}
