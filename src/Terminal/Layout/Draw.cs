using Heluo.Kernel;
using Heluo.Terminal.Pages.Refused;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heluo.Terminal.Layout;

/// <summary>Turns what a page shows into an answer.</summary>
internal static class Draw
{
    /// <summary>A page.</summary>
    public static IResult Page<TPage>(Visit visit, object? view = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<Root>(new Dictionary<string, object?>
        {
            [nameof(Root.Visit)] = visit,
            [nameof(Root.Page)] = typeof(TPage),
            [nameof(Root.View)] = view,
        })
        { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>On to another page, after a post.</summary>
    public static IResult Go(string href) => Results.LocalRedirect(href, permanent: false, preserveMethod: false);

    /// <summary>A refusal as a page of its own, for a browser.</summary>
    public static async Task RefusedAsync(HttpContext context, Refusal refusal, int status)
    {
        var visit = (await Visit.BindAsync(context))!;
        var view = new RefusedView(status, visit.Words.Of(refusal), refusal.Code, SignIn(visit, refusal));
        await Page<RefusedPage>(visit, view, status).ExecuteAsync(context);
    }

    private static string? SignIn(Visit visit, Refusal refusal) => refusal.Kind == RefusalKind.Unauthenticated
        ? $"/sign-in?to={Uri.EscapeDataString(visit.Path)}"
        : null;
}
