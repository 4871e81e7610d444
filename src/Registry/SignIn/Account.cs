using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>One open session of an account.</summary>
/// <param name="Id">Its id, which the signed cookie carries.</param>
/// <param name="Opened">When it began.</param>
/// <param name="Ends">When it ends in any case.</param>
/// <param name="Factors">How many factors were shown, 1 or 2.</param>
public sealed record Session(string Id, Instant Opened, Instant Ends, int Factors);

/// <summary>A one-time code that was given out and not used yet.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Ends">When it can no longer be used.</param>
public sealed record SignInCode(string Hash, Instant Ends);

/// <summary>
/// A login: whom a sign-in provider's subject stands for. Its key is a tag of issuer and subject, so that neither is
/// stored.
/// </summary>
/// <param name="Holder">Who signs in: <c>person/…</c> or <c>officer/…</c>; null when there is no such account.</param>
/// <param name="Disabled">Whether it was switched off.</param>
/// <param name="Failures">Failed attempts in the present window.</param>
/// <param name="FailedFirst">When the window began; null when there is none.</param>
/// <param name="LockedUntil">Until when it is locked; null when it is not.</param>
/// <param name="Code">A one-time code not used yet.</param>
/// <param name="Sessions">Open sessions, oldest first; some may have timed out.</param>
public sealed record Account(
    string? Holder,
    bool Disabled,
    int Failures,
    Instant? FailedFirst,
    Instant? LockedUntil,
    SignInCode? Code,
    ImmutableArray<Session> Sessions) : IState<Account>
{
    /// <inheritdoc/>
    public static string Family => "account";

    string? IState<Account>.Shelf => null;

    /// <inheritdoc/>
    public static Account Start(string key) => new(null, Disabled: false, 0, null, null, null, []);

    /// <summary>The key of an account.</summary>
    /// <param name="tags">Makes the tag.</param>
    /// <param name="issuer">The sign-in provider, as its tokens name it.</param>
    /// <param name="subject">The provider's name for whoever signs in.</param>
    public static string KeyOf(Tags tags, string issuer, string subject)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.Of("account", $"{issuer}\n{subject}");
    }

    /// <inheritdoc/>
    public Account Apply(IFact fact, Stamp stamp) => fact switch
    {
        AccountLinked one => this with { Holder = one.Holder },
        AccountSwitched one => this with { Disabled = one.Disabled, Sessions = one.Disabled ? [] : Sessions },
        SignInFailed one =>
            this with { Failures = one.Failures, FailedFirst = one.First, LockedUntil = one.LockedUntil },
        AccountUnlocked => this with { Failures = 0, FailedFirst = null, LockedUntil = null },
        SignInCodeIssued one => this with { Code = new SignInCode(one.Hash, one.Ends) },
        SignInCodeUsed => this with { Code = null },
        SessionOpened one => this with
        {
            Failures = 0,
            FailedFirst = null,
            LockedUntil = null,
            Sessions = [.. Sessions.Where(old => !one.Closed.Contains(old.Id)), one.Session],
        },
        SessionsClosed one => this with { Sessions = [.. Sessions.Where(old => !one.Ids.Contains(old.Id))] },
        _ => this,
    };
}

/// <summary>A login was made to stand for somebody.</summary>
/// <param name="Holder">For whom.</param>
public sealed record AccountLinked(string Holder) : IFact;

/// <summary>A login was switched off, or on again; off closes its sessions.</summary>
/// <param name="Disabled">Whether it is off.</param>
public sealed record AccountSwitched(bool Disabled) : IFact;

/// <summary>An attempt to sign in failed.</summary>
/// <param name="Failures">Failures in the present window, this one among them.</param>
/// <param name="First">When the window began.</param>
/// <param name="LockedUntil">Until when the account is locked now; null when it is not.</param>
public sealed record SignInFailed(int Failures, Instant First, Instant? LockedUntil) : IFact;

/// <summary>A locked login was opened again.</summary>
public sealed record AccountUnlocked : IFact;

/// <summary>A one-time code was given out.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Ends">When it can no longer be used.</param>
public sealed record SignInCodeIssued(string Hash, Instant Ends) : IFact;

/// <summary>The one-time code was used.</summary>
public sealed record SignInCodeUsed : IFact;

/// <summary>Somebody signed in.</summary>
/// <param name="Session">The session.</param>
/// <param name="Closed">Sessions that gave way.</param>
public sealed record SessionOpened(Session Session, ImmutableArray<string> Closed) : IFact;

/// <summary>Sessions were ended by their holder or an administrator.</summary>
/// <param name="Ids">Which.</param>
public sealed record SessionsClosed(ImmutableArray<string> Ids) : IFact;
