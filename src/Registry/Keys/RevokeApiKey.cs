using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Revokes a machine's key: its next request is refused.</summary>
public sealed record RevokeApiKey : IDecision<RevokeApiKey, ApiKey>
{
    /// <summary>Refuses <c>key.not_yours</c>, <c>key.unknown</c>, <c>key.revoked</c>.</summary>
    public static Outcome<Decided> Decide(ApiKey state, Actor actor, Reads reads, RevokeApiKey request, Instant now) =>
        !actor.Administers(AdministratorKind.Security)
            ? RegistryRefusals.Forbidden("key.not_yours", "Only the security administrator revokes keys.")
            : state switch
            {
                { Label: null } => RegistryRefusals.NotFound("key.unknown", "There is no such key."),
                { RevokedAt: not null } => RegistryRefusals.Conflict("key.revoked", "The key was revoked already."),
                _ => Decided.With(new ApiKeyRevoked()),
            };
}
