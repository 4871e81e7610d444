using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>A key as it is shown, once.</summary>
/// <param name="Id">Its id: <c>key/…</c>.</param>
/// <param name="Key">The key itself, <c>hlk_…</c>; it is not kept and cannot be shown again.</param>
/// <param name="Ends">When it ends.</param>
public sealed record ShownKey(string Id, string Key, Instant Ends);

/// <summary>Makes keys for machines and knows them again.</summary>
/// <param name="store">Where they are.</param>
/// <param name="desk">Where they are written down.</param>
/// <param name="secrets">Makes their secrets.</param>
public sealed class ApiKeys(Store store, Desk desk, Secrets secrets)
{
    private const string Prefix = "hlk_";
    private const int Longest = 100;

    /// <summary>
    /// Makes a key. Refuses what <see cref="CreateApiKey"/> refuses; a repeated command is refused
    /// <c>command.reused</c>, because the secret cannot be shown twice.
    /// </summary>
    public async Task<Outcome<ShownKey>> CreateAsync(
        string label, ImmutableArray<KeyScope> scopes, int days, RateClass rate, Actor actor, string commandId,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (id, secret) = (Secrets.IdOf(actor.Id, commandId), secrets.Next());
        var made = await desk.RunAsync<CreateApiKey, ApiKey>(
            id, new(label, Secrets.Hash(secret), scopes, days, rate), actor, commandId, ct);
        return made.Then<ShownKey>(done => new ShownKey(done.State.Id, $"{Prefix}{id}_{secret}", done.State.Ends));
    }

    /// <summary>
    /// The key that a machine shows. Refuses <c>key.wrong</c>, whatever is wrong about it: form, id, secret, end,
    /// revoked.
    /// </summary>
    internal async ValueTask<Outcome<ApiKey>> KnowAsync(string shown, Instant now)
    {
        if (Read(shown) is not var (id, secret))
        {
            return Wrong();
        }

        return (await store.LoadAsync<ApiKey>(id)).Then<ApiKey>(loaded =>
            loaded.State.IsOpenedBy(secret, now) ? loaded.State : Wrong());
    }

    /// <summary>The key in an <c>Authorization</c> header; null when the header is of another scheme.</summary>
    internal static string? Shown(string authorization)
    {
        const string Bearer = "Bearer ";
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : null;
    }

    /// <summary>Takes a key apart; null when it has no proper form.</summary>
    internal static (string Id, string Secret)? Read(string shown)
    {
        var between = shown.LastIndexOf('_');
        return shown.Length <= Longest && shown.StartsWith(Prefix, StringComparison.Ordinal)
            && between > Prefix.Length && between < shown.Length - 1 && Texts.IsId(shown[Prefix.Length..between])
                ? (shown[Prefix.Length..between], shown[(between + 1)..])
                : null;
    }

    private static Refusal Wrong() =>
        new(RefusalKind.Unauthenticated, "key.wrong", "This key is not known here, has ended or was revoked.");
}
