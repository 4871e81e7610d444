using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Registry.Http;

/// <summary>The directory of the city, open to everybody.</summary>
internal static class PlaceEndpoints
{
    private const int MostAgencies = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("places").Admits(Access.Public);
        group.MapGet("/divisions", Divisions).WithName("Divisions").Produces<ImmutableArray<Division>>();
        group.MapGet("/divisions/{code}", DivisionOf).WithName("Division").Produces<PlaceAnswer>().Refuses(404);
        group.MapGet("/areas", static (City city) => city.Areas).WithName("Areas");
        group.MapGet("/functions", static (City city) => city.Functions).WithName("Functions");
        group.MapGet("/agencies", Agencies).WithName("Agencies").Produces<ImmutableArray<Agency>>();
        group.MapGet("/agencies/{id}", AgencyOf).WithName("Agency").Produces<Agency>().Refuses(404);
        group.MapGet("/agency-for", AgencyFor).WithName("AgencyFor").Produces<Agency>().Refuses(404);
    }

    /// <summary>The divisions below one; below the city when none is named.</summary>
    private static ImmutableArray<Division> Divisions(City city, string? parent = null) =>
        city.ChildrenOf(parent ?? city.Root);

    private static IResult DivisionOf(string code, City city) => city.Find(code) is { } division
        ? Results.Ok(new PlaceAnswer(division, city.Chain(code), city.ChildrenOf(code)))
        : Unknown("division");

    private static ImmutableArray<Agency> Agencies(
        City city, string? function = null, string? area = null, string? after = null) =>
    [
        .. city.Agencies
            .Where(agency => function is null || agency.Function == function)
            .Where(agency => area is null || agency.Area == area)
            .Where(agency => after is null || string.CompareOrdinal(agency.Id, after) > 0)
            .Take(MostAgencies),
    ];

    private static IResult AgencyOf(string id, City city) =>
        city.FindAgency(id) is { } agency ? Results.Ok(agency) : Unknown("agency");

    private static IResult AgencyFor(string function, string area, City city) =>
        city.AgencyFor(function, area) is { } agency ? Results.Ok(agency) : Unknown("agency");

    private static IResult Unknown(string what) =>
        RegistryRefusals.NotFound($"{what}.unknown", $"The city has no such {what}.").ToResult();
}

/// <summary>A division with what lies above and below it.</summary>
/// <param name="Division">The division.</param>
/// <param name="Chain">Itself and everything above it, nearest first, management areas among them.</param>
/// <param name="Children">The divisions directly below.</param>
internal sealed record PlaceAnswer(Division Division, ImmutableArray<string> Chain, ImmutableArray<Division> Children);
