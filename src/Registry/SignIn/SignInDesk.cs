using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>A session that was just opened.</summary>
/// <param name="Account">The account's key, which the cookie carries beside the session's id.</param>
/// <param name="Session">The session.</param>
/// <param name="Holder">Who signed in: <c>person/…</c> or <c>officer/…</c>.</param>
public sealed record SignedIn(string Account, Session Session, string Holder);

/// <summary>The door through which a sign-in provider's word, or a one-time code, becomes a session.</summary>
/// <param name="desk">Where it is written down.</param>
/// <param name="tags">Finds accounts.</param>
/// <param name="ids">Gives session ids.</param>
/// <param name="secrets">Makes codes.</param>
public sealed class SignInDesk(Desk desk, Tags tags, Ids ids, Secrets secrets)
{
    /// <summary>
    /// Opens a session for whom a provider vouches. Refuses <c>account.unknown</c>, <c>account.disabled</c>,
    /// <c>account.locked</c>.
    /// </summary>
    /// <param name="issuer">The provider, as its tokens name it; the configured one, never the sender's word.</param>
    /// <param name="subject">The provider's name for whoever signs in.</param>
    /// <param name="factors">How many factors it saw, 1 or 2.</param>
    /// <param name="ct">Gives up waiting.</param>
    public Task<Outcome<SignedIn>> ByProviderAsync(string issuer, string subject, int factors, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer);
        ArgumentException.ThrowIfNullOrEmpty(subject);
        return OpenAsync(Account.KeyOf(tags, issuer, subject), factors, codeHash: null, ct);
    }

    /// <summary>
    /// Opens a session for who shows a one-time code. Refuses <c>sign_in.code_wrong</c> (also for a code that never
    /// was),
    /// <c>account.disabled</c>, <c>account.locked</c>.
    /// </summary>
    public async Task<Outcome<SignedIn>> ByCodeAsync(string? code, CancellationToken ct)
    {
        if (SignInCodes.Read(code) is not var (officer, secret))
        {
            return Wrong();
        }

        var key = Account.KeyOf(tags, SignInCodes.Issuer, officer);
        var opened = await OpenAsync(key, factors: 1, Secrets.Hash(secret), ct);
        return opened.Refusal is { Code: "account.unknown" } ? Wrong() : opened;
    }

    /// <summary>
    /// Gives out a one-time code for an officer (<c>officer/…</c>); it is not kept and cannot be shown again. Refuses
    /// what
    /// <see cref="IssueSignInCode"/> refuses.
    /// </summary>
    public async Task<Outcome<string>> IssueCodeAsync(
        string officer, Actor actor, string commandId, CancellationToken ct)
    {
        if (People.Key(officer, Officer.Family) is not { } key)
        {
            return RegistryRefusals.NotFound("account.holder_unknown", "There is no such officer.");
        }

        var secret = secrets.Next();
        var issued = await desk.RunAsync<IssueSignInCode, Account>(
            Account.KeyOf(tags, SignInCodes.Issuer, key), new(officer, Secrets.Hash(secret)), actor, commandId, ct);
        return issued.Then<string>(_ => SignInCodes.Text(key, secret));
    }

    /// <summary>
    /// Makes a provider's subject stand for a person or officer. Refuses what <see cref="LinkAccount"/> refuses.
    /// </summary>
    /// <returns>The account's key.</returns>
    public async Task<Outcome<string>> LinkAsync(
        string issuer, string subject, string holder, Actor actor, string commandId, CancellationToken ct)
    {
        var key = Account.KeyOf(tags, issuer, subject);
        var linked = await desk.RunAsync<LinkAccount, Account>(key, new(holder), actor, commandId, ct);
        return linked.Then<string>(_ => key);
    }

    private async Task<Outcome<SignedIn>> OpenAsync(string key, int factors, string? codeHash, CancellationToken ct)
    {
        var request = new OpenSession(ids.Next(), Math.Clamp(factors, 1, 2), codeHash);
        var outcome = await desk.RunAsync<OpenSession, Account>(key, request, Actor.House, ids.Next(), ct);
        return outcome.Then<SignedIn>(done => done.Reply switch
        {
            Session session => new SignedIn(key, session, done.State.Holder!),
            Refusal refusal => refusal,
            _ => throw new InvalidOperationException("A session was neither opened nor refused."),
        });
    }

    private static Refusal Wrong() =>
        new(RefusalKind.Unauthenticated, "sign_in.code_wrong", "The code is wrong, used or too old.");
}
