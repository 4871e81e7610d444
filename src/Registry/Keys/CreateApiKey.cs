using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Makes a key for a machine. The stream's key is a new id.</summary>
/// <param name="Label">What it is for, 1 to 80 characters, nothing personal.</param>
/// <param name="Hash">The hash of its secret.</param>
/// <param name="Scopes">What it may do, 1 to 20.</param>
/// <param name="Days">For how many days; 1 to 731.</param>
/// <param name="RateClass">How many requests it may make.</param>
public sealed record CreateApiKey(
    string Label, string Hash, ImmutableArray<KeyScope> Scopes, int Days, RateClass RateClass)
    : IDecision<CreateApiKey, ApiKey>
{
    private const int MostScopes = 20;
    private const int MostDays = 731;

    /// <summary>Refuses <c>key.not_yours</c>, <c>key.exists</c>, <c>key.answers</c>.</summary>
    public static Outcome<Decided> Decide(ApiKey state, Actor actor, Reads reads, CreateApiKey request, Instant now)
    {
        if (!actor.Administers(AdministratorKind.Security))
        {
            return RegistryRefusals.Forbidden("key.not_yours", "Only the security administrator makes keys.");
        }

        if (state.Label is not null)
        {
            return RegistryRefusals.Conflict("key.exists", "There is a key under this id already.");
        }

        return request.Check(reads.Context<City>()) is { Count: > 0 } faults
            ? RegistryRefusals.Invalid("key.answers", "The key cannot be made as given.", faults)
            : Decided.With(new ApiKeyCreated(
                request.Label.Trim(),
                request.Hash,
                request.Scopes,
                now + Duration.FromDays(request.Days),
                request.RateClass));
    }

    private Faults Check(City city)
    {
        var given = Scopes.IsDefault ? [] : Scopes;
        return new Faults()
            .Unless(Texts.IsName(Label, 80), "label", "text.name", "Say in 1 to 80 characters what the key is for.")
            .Unless(Days is >= 1 and <= MostDays, "days", "key.days", "A key lives 1 to 731 days.")
            .Unless(given.Length is >= 1 and <= MostScopes, "scopes", "key.scopes", "A key has 1 to 20 scopes.")
            .Unless(
                given.All(scope => IsScope(scope.Scope)),
                "scopes", "key.scope_form", "A scope has 2 to 60 small letters, digits, dots and hyphens.")
            .Unless(
                given.All(scope => AdministratorKinds.Of(scope.Scope) is null),
                "scopes", "key.administrator", "A machine is no administrator.")
            .Unless(
                given.All(scope => scope.Agency is null || city.FindAgency(scope.Agency) is not null),
                "scopes", "agency.unknown", "The city has no such body.")
            .Unless(
                given.All(scope => scope.Area is null || city.Knows(scope.Area)),
                "scopes", "area.unknown", "The city has no such division or area.");
    }

    private static bool IsScope(string text) => Texts.IsId(text.Replace('.', '-'));
}
