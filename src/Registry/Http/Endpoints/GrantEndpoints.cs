using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Registry.Http;

/// <summary>
/// Who gave whom which right, for the audit administrator: of one officer or of one key. What the security
/// administrator does is so watched by somebody who cannot do it.
/// </summary>
internal static class GrantEndpoints
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/grants", ReadAsync)
        .WithTags("looks").Admits(Access.Administrator(AdministratorKind.Audit)).WithName("Grants")
        .Produces<GrantPage>().Refuses(400, 401, 403);

    private static async Task<IResult> ReadAsync(
        Store store, OfficerRoll roll, string? officer = null, string? key = null, long? before = null, int max = 50)
    {
        var most = Math.Clamp(max, 1, Most);
        var read = (officer, key) switch
        {
            ({ } one, null) => await store.ReadFactsAsync<Officer>(one, before, most),
            (null, { } one) => await store.ReadFactsAsync<ApiKey>(one, before, most),
            _ => RegistryRefusals.Invalid("grant.filter", "Name one of officer and key."),
        };
        return read.Then<GrantPage>(facts => GrantPage.Of(facts, roll)).ToResult();
    }
}

/// <summary>One entry: what was granted, taken or recorded.</summary>
/// <param name="Position">Its place in the journal.</param>
/// <param name="At">When.</param>
/// <param name="Actor">By whom.</param>
/// <param name="What">What happened, e.g. <c>duty-granted</c>.</param>
/// <param name="Rights">The roles or scopes it is about, with body and area where they are limited.</param>
/// <param name="From">First day in force, where one was given.</param>
/// <param name="To">First day no longer in force, where one was given.</param>
internal sealed record GrantEntry(
    long Position, Instant At, string Actor, string What, ImmutableArray<string> Rights, LocalDate? From, LocalDate? To)
{
    public static GrantEntry? Of(StoredFact stored) => stored.Fact switch
    {
        OfficerAppointed => With(stored, "officer-appointed", [], null, null),
        DutyGranted { Duty: var duty } =>
            With(stored, "duty-granted", [Right(duty.Role, duty.Agency, duty.Area)], duty.From, duty.To),
        DutyEnded one => With(stored, "duty-ended", [$"{one.No}"], null, one.To),
        LeaveCovered { Cover: var cover } => With(stored, "leave-covered", [cover.By], cover.From, cover.To),
        CoverEnded one => With(stored, "cover-ended", [$"{one.No}"], null, one.To),
        ApiKeyCreated one => With(
            stored, "key-created", [.. one.Scopes.Select(scope => Right(scope.Scope, scope.Agency, scope.Area))],
            null, null),
        ApiKeyRevoked => With(stored, "key-revoked", [], null, null),
        _ => null,
    };

    private static GrantEntry With(
        StoredFact stored, string what, ImmutableArray<string> rights, LocalDate? from, LocalDate? to) =>
        new(stored.Stamp.Position, stored.Stamp.At, stored.Stamp.Actor, what, rights, from, to);

    private static string Right(string role, string? agency, string? area) =>
        string.Join(' ', new[] { role, agency, area }.OfType<string>());
}

/// <summary>A page of grants, newest first.</summary>
/// <param name="Grants">The entries.</param>
/// <param name="Names">Names at work of those who acted.</param>
/// <param name="Next">What to ask for as <c>before</c> to get the next page; null at the end.</param>
internal sealed record GrantPage(
    ImmutableArray<GrantEntry> Grants, ImmutableDictionary<string, string> Names, long? Next)
{
    public static GrantPage Of(IEnumerable<StoredFact> facts, OfficerRoll roll)
    {
        var grants = facts.Select(GrantEntry.Of).OfType<GrantEntry>().ToImmutableArray();
        return new(
            grants,
            grants.Select(one => one.Actor).Distinct(StringComparer.Ordinal)
                .Select(actor => (actor, name: roll.NameOf(actor))).Where(pair => pair.name is not null)
                .ToImmutableDictionary(pair => pair.actor, pair => pair.name!, StringComparer.Ordinal),
            grants.IsEmpty ? null : grants[^1].Position);
    }
}
