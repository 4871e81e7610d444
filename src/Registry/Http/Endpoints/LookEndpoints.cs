using System.Collections.Immutable;
using Heluo.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Registry.Http;

/// <summary>The access log for the audit administrator: by subject, by actor or by case, what stands out, a year to
/// take
/// away.</summary>
internal static class LookEndpoints
{
    private const int MostFlagged = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/looks", ReadAsync).WithTags("looks")
            .Admits(Access.Administrator(AdministratorKind.Audit)).WithName("Looks")
            .Produces<LookPage>().Refuses(400, 401, 403);
        api.MapGet("/looks/flagged", FlaggedAsync).WithTags("looks")
            .Admits(Access.Administrator(AdministratorKind.Audit))
            .WithName("FlaggedLooks").Produces<LookPage>().Refuses(400, 401, 403);
        api.MapGet("/looks/years/{year}", YearAsync).WithTags("looks")
            .Admits(Access.Administrator(AdministratorKind.Audit))
            .WithName("LooksOfYear").Produces<string>(200, "text/csv").Refuses(400, 401, 403);
    }

    private static async Task<IResult> ReadAsync(
        LookAudit audit, OfficerRoll roll, string? subject = null, string? actor = null, string? @case = null,
        long? before = null, int max = 50) =>
        (await audit.FindAsync(subject, actor, @case, before, max)).Then<LookPage>(page => LookPage.Of(page, roll))
        .ToResult();

    private static async Task<IResult> FlaggedAsync(
        LookAudit audit, OfficerRoll roll, TimeProvider clock, CancellationToken ct, int hours = 24)
    {
        if (hours is < 1 or > 24 * 31)
        {
            return RegistryRefusals.Invalid("look.hours", "Ask for 1 to 744 hours.").ToResult();
        }

        var found = ImmutableArray.CreateBuilder<AuditedLook>();
        var now = clock.Now();
        var refusal = await audit.WalkAsync(
            now - Duration.FromHours(hours), now + Duration.FromSeconds(1),
            look =>
            {
                if (!look.Flags.IsEmpty)
                {
                    found.Add(look);
                }

                return ValueTask.FromResult(found.Count < MostFlagged);
            },
            ct);
        return refusal is not null ? refusal.ToResult()
            : TypedResults.Ok(LookPage.Of([.. Enumerable.Reverse(found)], roll) with { Next = null });
    }

    private static IResult YearAsync(LookTable table, HttpContext http, int year)
    {
        if (year is < LookTable.FirstYear or > LookTable.LastYear)
        {
            return RegistryRefusals.Invalid("look.year", "There is no log of such a year.").ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(
            async target =>
            {
                // What was sent cannot be taken back: a table that breaks off must not look whole.
                if (await table.WriteAsync(year, target, http.RequestAborted) is not null)
                {
                    http.Abort();
                }
            },
            "text/csv", FormattableString.Invariant($"access-log-{year}.csv"));
    }
}

/// <summary>A page of the access log, newest first.</summary>
/// <param name="Looks">The entries.</param>
/// <param name="Flags">What stands out, by position: reads without a case, bulk look-ups.</param>
/// <param name="Names">Names at work of the officers among those who looked.</param>
/// <param name="Next">What to ask for as <c>before</c> to get the next page; null at the end.</param>
internal sealed record LookPage(
    ImmutableArray<Look> Looks, ImmutableDictionary<long, ImmutableArray<LookFlag>> Flags,
    ImmutableDictionary<string, string> Names, long? Next)
{
    public static LookPage Of(ImmutableArray<AuditedLook> looks, OfficerRoll roll) => new(
        [.. looks.Select(one => one.Look)],
        looks.Where(one => !one.Flags.IsEmpty).ToImmutableDictionary(one => one.Look.Position, one => one.Flags),
        looks.Select(one => one.Look.Actor).Distinct(StringComparer.Ordinal)
            .Select(actor => (actor, name: roll.NameOf(actor))).Where(pair => pair.name is not null)
            .ToImmutableDictionary(pair => pair.actor, pair => pair.name!, StringComparer.Ordinal),
        looks.IsEmpty ? null : looks[^1].Look.Position);
}
