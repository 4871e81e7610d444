using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Heluo.Identity;

/// <summary>The forms and links by which people sign in and out. The page that shows them is the terminal's.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder house)
    {
        var group = house.MapGroup("").ExcludeFromDescription();
        group.MapGet(ProviderSignIn.Path, (string? to) => Challenge(to, login: null)).Admits(Access.Public);
        group.MapPost("/sign-in", ([FromForm] string person, string? to, SignInWays ways) =>
            ways.Trials.Any(trial => trial.Login == person)
                ? Challenge(to, person)
                : SignInRefusals.NoSubject.ToResult()).Admits(Access.Public);
        group.MapPost("/sign-in/code", CodeAsync).Admits(Access.Public);
        group.MapPost("/sign-out", SignOutAsync).Admits(Access.SignedIn);
        group.MapPost("/acting-for", ActFor).Admits(Access.Resident);
    }

    /// <summary>Sends who could not sign in back to the page of sign-in, which says why.</summary>
    public static Task RefuseAsync(HttpContext context, Refusal refusal, string? to)
    {
        context.Response.Redirect(
            $"/sign-in?refused={Uri.EscapeDataString(refusal.Code)}&to={Uri.EscapeDataString(Local(to))}");
        return Task.CompletedTask;
    }

    /// <summary>A path of this house; anything else becomes the home page, so that no link leads abroad by our
    /// hand.</summary>
    public static string Local(string? to) =>
        to is { Length: > 0 and <= 2000 } && to[0] == '/' && (to.Length == 1 || to[1] is not ('/' or '\\'))
        && !to.Any(char.IsControl)
            ? to
            : "/";

    private static IResult Challenge(string? to, string? login)
    {
        var properties = new AuthenticationProperties { RedirectUri = Local(to) };
        properties.SetParameter(DemoProvider.LoginHint, login);
        return Results.Challenge(properties, [ProviderSignIn.Scheme]);
    }

    private static async Task<IResult> CodeAsync(
        [FromForm] string code, string? to, SignInDesk signIn, HttpContext context, CancellationToken ct)
    {
        if (!(await signIn.ByCodeAsync(code, ct)).TryGet(out var signedIn, out var refusal))
        {
            await RefuseAsync(context, refusal, to);
            return Results.Empty;
        }

        await context.SignInAsync(SessionClaims.Scheme, SessionClaims.Principal(signedIn));
        return Results.LocalRedirect(Local(to));
    }

    private static async Task<IResult> SignOutAsync(
        Caller caller,
        HttpContext context,
        Desk desk,
        [FromForm] bool everywhere = false,
        CancellationToken ct = default)
    {
        var refusal = await SigningOut.RunAsync(caller, context, desk, everywhere, ct);
        return refusal?.ToResult() ?? Results.LocalRedirect("/");
    }

    // The cookie gives no right: what it names is checked at every request.
    private static IResult ActFor([FromForm] string? authorization, string? to, HttpContext context)
    {
        if (string.IsNullOrEmpty(authorization) || authorization.Length > 100)
        {
            context.Response.Cookies.Delete(SigningOut.ActingForCookie);
        }
        else
        {
            context.Response.Cookies.Append(SigningOut.ActingForCookie, authorization, new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
            });
        }

        return Results.LocalRedirect(Local(to));
    }
}
