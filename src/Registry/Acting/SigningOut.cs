using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry;

/// <summary>Signing out, by whichever door.</summary>
public static class SigningOut
{
    /// <summary>
    /// The cookie that carries the chosen authorisation between pages. It gives no right: it is checked at each
    /// request.
    /// </summary>
    public const string ActingForCookie = "heluo-for";

    /// <summary>
    /// Ends the session of a request, or every session of its login, and takes the cookies back. Null when it is done,
    /// else
    /// why it was refused.
    /// </summary>
    public static async Task<Refusal?> RunAsync(
        Caller caller, HttpContext context, Desk desk, bool everywhere, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(desk);
        if (context.Features.Get<OpenSessionUse>() is { } use)
        {
            var closed = await desk.RunAsync<CloseSessions, Account>(
                use.Account, new(everywhere ? null : use.Session), caller.Actor, caller.CommandId, ct);
            if (closed.IsRefused)
            {
                return closed.Refusal;
            }
        }

        context.Response.Cookies.Delete(ActingForCookie);
        await context.SignOutAsync(SessionClaims.Scheme);
        return null;
    }
}
