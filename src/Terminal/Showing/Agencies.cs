using Heluo.Registry;
using Heluo.Services;

namespace Heluo.Terminal.Showing;

/// <summary>Finds the body that handles an item at a place.</summary>
internal static class Agencies
{
    /// <summary>The body; null when the place is not known yet, or none there has the function.</summary>
    public static Agency? For(Item item, string? area, City city) =>
        item.Agency is { } named ? city.FindAgency(named)
        : item.Function is { } function ? city.AgencyFor(function, area ?? city.Root)
        : null;
}
