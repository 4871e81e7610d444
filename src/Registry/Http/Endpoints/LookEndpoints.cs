using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Registry.Http;

/// <summary>The access log for the audit administrator: by subject, by actor or by case.</summary>
internal static class LookEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/looks", ReadAsync)
        .WithTags("looks").Admits(Access.Administrator(AdministratorKind.Audit)).WithName("Looks")
        .Produces<LookPage>().Refuses(400, 401, 403);

    private static async Task<IResult> ReadAsync(
        Looks looks, OfficerRoll roll, string? subject = null, string? actor = null, string? @case = null,
        long? before = null, int max = 50)
    {
        var read = (subject, actor, @case) switch
        {
            ({ } one, null, null) => await looks.OfAsync(one, before, max),
            (null, { } one, null) => await looks.ByAsync(one, before, max),
            (null, null, { } one) => await looks.ForAsync(one, before, max),
            _ => RegistryRefusals.Invalid("look.filter", "Name one of subject, actor and case."),
        };
        return read.Then<LookPage>(page => LookPage.Of(page, roll)).ToResult();
    }
}

/// <summary>A page of the access log, newest first.</summary>
/// <param name="Looks">The entries.</param>
/// <param name="Names">Names at work of the officers among those who looked.</param>
/// <param name="Next">What to ask for as <c>before</c> to get the next page; null at the end.</param>
internal sealed record LookPage(
    ImmutableArray<Look> Looks, ImmutableDictionary<string, string> Names, long? Next)
{
    public static LookPage Of(ImmutableArray<Look> looks, OfficerRoll roll) => new(
        looks,
        looks.Select(look => look.Actor).Distinct(StringComparer.Ordinal)
            .Select(actor => (actor, name: roll.NameOf(actor))).Where(pair => pair.name is not null)
            .ToImmutableDictionary(pair => pair.actor, pair => pair.name!, StringComparer.Ordinal),
        looks.IsEmpty ? null : looks[^1].Position);
}
