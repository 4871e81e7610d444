using System.Security.Claims;

namespace Heluo.Registry;

/// <summary>What the signed cookie carries: which account and session, nothing about the person.</summary>
public static class SessionClaims
{
    /// <summary>Name of the cookie scheme, and of the cookie.</summary>
    public const string Scheme = "heluo";

    private const string AccountType = "heluo:account";
    private const string SessionType = "heluo:session";

    /// <summary>The principal to sign in with after a session was opened.</summary>
    public static ClaimsPrincipal Principal(SignedIn signedIn)
    {
        ArgumentNullException.ThrowIfNull(signedIn);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [new(AccountType, signedIn.Account), new(SessionType, signedIn.Session.Id)], Scheme));
    }

    /// <summary>Account and session of a principal; null when it carries none.</summary>
    public static (string Account, string Session)? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(AccountType) is { Length: > 0 } account
        && principal.FindFirstValue(SessionType) is { Length: > 0 } session
            ? (account, session)
            : null;
}
