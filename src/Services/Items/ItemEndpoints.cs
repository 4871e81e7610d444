using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Services;

/// <summary>The catalogue, open to everybody.</summary>
internal static class ItemEndpoints
{
    private const int PageSize = 50;
    private const int LongestFilter = 60;

    public static void Map(IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/items").WithTags("items").Admits(Access.Public);
        items.MapGet("", List).WithName("ListItems").Produces<ItemPage>().Refuses(400);
        items.MapGet("/search", Search).WithName("SearchItems").Produces<ItemPage>().Refuses(400);
        items.MapGet("/{id}", Guide).WithName("ReadItem").Produces<ItemGuide>().Refuses(404);
    }

    private static IResult List(Catalogue catalogue, string? theme, string? audience, string? function, string? after)
    {
        Audience? wanted = null;
        if (audience is not null)
        {
            if (!Enum.TryParse<Audience>(
                audience.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var one)
                || !Enum.IsDefined(one) || char.IsAsciiDigit(audience[0]))
            {
                return new Refusal(RefusalKind.Invalid, "items.audience", "An audience is person or legal-person.")
                    .ToResult();
            }

            wanted = one;
        }

        if (!int.TryParse(after ?? "0", out var skip) || skip is < 0 or > 100_000)
        {
            return new Refusal(RefusalKind.Invalid, "paging.after", "This is no page.").ToResult();
        }

        ImmutableArray<Item> found =
        [
            .. catalogue.All
                .Where(item => theme is null || item.Theme.Texts.Any(text => text.Value == theme))
                .Where(item => wanted is null || item.Audience.Contains(wanted.Value))
                .Where(item => function is null || item.Function == function),
        ];
        return TypedResults.Ok(new ItemPage(
            [.. found.Skip(skip).Take(PageSize).Select(ItemSummary.Of)],
            found.Length > skip + PageSize ? $"{skip + PageSize}" : null));
    }

    private static IResult Search(Catalogue catalogue, string? q) => q is { Length: > 0 and <= LongestFilter }
        ? TypedResults.Ok(new ItemPage([.. catalogue.Search(q).Select(ItemSummary.Of)], Next: null))
        : new Refusal(RefusalKind.Invalid, "items.query", $"Search with 1 to {LongestFilter} characters in q.")
            .ToResult();

    private static IResult Guide(string id, Catalogue catalogue) => catalogue.Guide(id) is { } guide
        ? TypedResults.Ok(guide)
        : new Refusal(RefusalKind.NotFound, "item.unknown", "No such item is in force today.").ToResult();
}
