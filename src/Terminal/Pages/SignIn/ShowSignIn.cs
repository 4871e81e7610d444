using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.SignIn;

/// <summary>Shows the ways to sign in, and why the last attempt failed. The forms post to the house.</summary>
internal static class ShowSignIn
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/sign-in", Show).Admits(Access.Public);

    private static IResult Show(
        Visit visit, SignInWays ways, string? to = null, string? @return = null, string? refused = null)
    {
        var back = Uri.EscapeDataString(to ?? @return ?? "/");
        return Draw.Page<SignInPage>(visit, new SignInView(
            ways.Provider is { } name
                ? [new WayView($"/sign-in/provider?to={back}", visit.Words.Say("sign-in.provider", ("name", name)))]
                : [],
            [
                .. ways.Trials.Select(trial => new DemoPersonView(
                    trial.Login,
                    visit.Say(trial.Name),
                    trial.About is { } about ? visit.Say(about) : "",
                    trial.IsOfficer)),
            ],
            to ?? @return ?? "/")
        {
            Refused = refused is null ? null : Sentence(visit, refused),
        });
    }

    // Only a code comes in the address, so that nobody can put words of their own on our page.
    private static string Sentence(Visit visit, string code) =>
        visit.Words.Find($"refusal.{code}") ?? visit.Words.Of(
            new Refusal(RefusalKind.Unauthenticated, "sign_in.provider_failed", ""));
}
