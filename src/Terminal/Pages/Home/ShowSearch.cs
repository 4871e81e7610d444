using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Home;

/// <summary>Shows what a search found, the items of a theme, or every item when nothing is asked for.</summary>
internal static class ShowSearch
{
    private const int Longest = 60;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/search", Show).Admits(Access.Public);
        pages.MapGet("/items", Show).Admits(Access.Public);
    }

    private static IResult Show(Visit visit, Catalogue catalogue, City city, string? q = null, string? theme = null)
    {
        var query = (q ?? "").Trim();
        query = query.Length <= Longest ? query : query[..Longest];
        var found = theme is not null
            ? catalogue.All.Where(item => item.Theme.Texts.Any(text => text.Value == theme))
            : query.Length == 0 ? catalogue.All : catalogue.Search(query);
        return Draw.Page<SearchPage>(visit, new SearchView(
            query.Length > 0 ? query : theme ?? "", [.. found.Select(item => ItemRows.Of(item, city, visit))]));
    }
}
