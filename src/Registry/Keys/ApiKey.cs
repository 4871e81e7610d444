using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>What a machine may do with its key: a scope, perhaps only for one body or area.</summary>
/// <param name="Scope">The scope, as endpoints name it, e.g. <c>reports.write</c>.</param>
/// <param name="Agency">The body; null for any.</param>
/// <param name="Area">The division or management area; null for the whole city.</param>
public sealed record KeyScope(string Scope, string? Agency = null, string? Area = null);

/// <summary>How many requests a key may make; the host knows the numbers.</summary>
public enum RateClass
{
    /// <summary>An ordinary client: as many as one address.</summary>
    Standard,

    /// <summary>A gateway that forwards many devices or users.</summary>
    Bulk,
}

/// <summary>A key with which a machine signs in. Only the hash of its secret is kept.</summary>
/// <param name="Id">The id by which the machine is named as an actor: <c>key/…</c>.</param>
/// <param name="Label">What it is for, chosen by whoever made it; null when there is no such key.</param>
/// <param name="Hash">The hash of its secret.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="RateClass">How many requests it may make.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
public sealed record ApiKey(
    string Id,
    string? Label,
    string? Hash,
    ImmutableArray<KeyScope> Scopes,
    Instant Ends,
    RateClass RateClass,
    Instant? RevokedAt) : IState<ApiKey>
{
    /// <inheritdoc/>
    public static string Family => "key";

    string? IState<ApiKey>.Shelf => null;

    /// <inheritdoc/>
    public static ApiKey Start(string key) => new($"key/{key}", null, null, [], default, RateClass.Standard, null);

    /// <inheritdoc/>
    public ApiKey Apply(IFact fact, Stamp stamp) => fact switch
    {
        ApiKeyCreated one => this with
        {
            Label = one.Label, Hash = one.Hash, Scopes = one.Scopes, Ends = one.Ends, RateClass = one.RateClass,
        },
        ApiKeyRevoked => this with { RevokedAt = stamp.At },
        _ => this,
    };

    /// <summary>Whether the key holds and this is its secret.</summary>
    internal bool IsOpenedBy(string secret, Instant now) =>
        Hash is { } hash && RevokedAt is null && Ends > now && Secrets.AreSame(hash, Secrets.Hash(secret));

    /// <summary>The machine as an actor: one duty for each scope and each stretch of area it reaches.</summary>
    internal Actor AsActor(City city) => new(
        Id,
        ActorKind.Machine,
        [.. Scopes.SelectMany(scope => DutyReach.Of(city, scope.Scope, scope.Agency, scope.Area))]);
}

/// <summary>A key was made.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Hash">The hash of its secret.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="RateClass">How many requests it may make.</param>
public sealed record ApiKeyCreated(
    string Label, string Hash, ImmutableArray<KeyScope> Scopes, Instant Ends, RateClass RateClass) : IFact;

/// <summary>A key was revoked.</summary>
public sealed record ApiKeyRevoked : IFact;
