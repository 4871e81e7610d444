using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
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
        Visit visit, SignInWays ways, Colleagues colleagues, City city, string? to = null, string? @return = null,
        string? refused = null)
    {
        var back = Uri.EscapeDataString(to ?? @return ?? "/");
        return Draw.Page<SignInPage>(visit, new SignInView(
            ways.Provider is { } name
                ? [new WayView($"/sign-in/provider?to={back}", visit.Words.Say("sign-in.provider", ("name", name)))]
                : [],
            [
                .. ways.Trials.Select(trial => (Trial: trial, Posts: PostsOf(trial, colleagues, city)))
                    .OrderBy(one => one.Posts is [var first, ..] ? (int)first.Kind + 1 : one.Trial.IsOfficer ? 9 : 0)
                    .ThenByDescending(one => one.Posts.Any(role => role.Id == BeginDraft.WindowRole))
                    .Select(one => Person(one.Trial, one.Posts, visit)),
            ],
            to ?? @return ?? "/")
        {
            Refused = refused is null ? null : Sentence(visit, refused),
        });
    }

    // A window has posts in many bodies; the role is what tells officers apart.
    private static ImmutableArray<Role> PostsOf(TrialLogin trial, Colleagues colleagues, City city) =>
    [
        .. (colleagues.Find(trial.Holder)?.Duties ?? []).Select(duty => city.FindRole(duty.Role)).OfType<Role>()
            .DistinctBy(role => role.Id),
    ];

    private static DemoPersonView Person(TrialLogin trial, ImmutableArray<Role> posts, Visit visit) => new(
        trial.Login,
        visit.Say(trial.Name),
        trial.About is { } about ? visit.Say(about) : "",
        posts is [var first, ..] ? first.Kind.ToString().ToLowerInvariant() : trial.IsOfficer ? "service" : null,
        string.Join(visit.Words["list.comma"], posts.Select(role => visit.Say(role.Name))));

    // Only a code comes in the address, so that nobody can put words of their own on our page.
    private static string Sentence(Visit visit, string code) =>
        visit.Words.Find($"refusal.{code}") ?? visit.Words.Of(
            new Refusal(RefusalKind.Unauthenticated, "sign_in.provider_failed", ""));
}
