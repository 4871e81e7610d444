using Heluo.Registry;
using Heluo.Services;
using Heluo.Terminal.Pages.Home;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Shows an item as one entry of a list.</summary>
internal static class ItemRows
{
    /// <summary>The entry: its name, who handles it, how long it takes.</summary>
    public static ItemRowView Of(Item item, City city, Visit visit)
    {
        var function = item.Agency is { } named ? city.FindAgency(named)?.Name
            : item.Function is { } by ? city.FindFunction(by)?.Name
            : null;
        return new($"/items/{item.Id}", visit.Say(item.Name), visit.Words.Say(
            "item.row", ("by", function is null ? "" : visit.Say(function)), ("promise", Promise(item, visit))));
    }

    /// <summary>The promise in words: on the spot, or within a limit.</summary>
    public static string Promise(Item item, Visit visit) => item.Kind == ItemKindOfCase.Instant
        ? visit.Words["item.instant"]
        : visit.Words.Say("item.within", ("limit", visit.Words.Of(item.Promise)));
}
