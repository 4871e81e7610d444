using Heluo.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Registry.Http;

/// <summary>
/// The gate every request passes after routing and authentication: it learns who calls, and lets in only whom the
/// endpoint admits. Pages (not under <c>/api</c>) send who is not signed in to the sign-in page instead.
/// </summary>
/// <param name="next">What stands behind the gate.</param>
/// <param name="actorOf">Says who calls.</param>
/// <param name="ids">Gives command ids to requests that bring none.</param>
internal sealed class AccessGate(RequestDelegate next, ActorOf actorOf, Ids ids)
{
    private readonly QueryWords words = new();

    public async Task InvokeAsync(HttpContext context)
    {
        // What is no route is routing's own answer that the method or the media type is wrong.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        if (!(await AdmitAsync(context, endpoint)).TryGet(out var caller, out var refusal))
        {
            await RefuseAsync(context, refusal);
            return;
        }

        context.Features.Set(caller);
        await next(context);
    }

    private async ValueTask<Outcome<Caller>> AdmitAsync(HttpContext context, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<Access>() is not { } access)
        {
            return RequestRefusals.Undeclared;
        }

        if (!(await actorOf(context)).TryGet(out var actor, out var refusal))
        {
            // Who was signed in and no longer is may still enter where everybody may. A wrong key stays wrong.
            if (refusal.Kind != RefusalKind.Unauthenticated || !access.Admits(Actor.Nobody)
                || context.Request.Headers.Authorization.Count > 0)
            {
                return refusal;
            }

            actor = Actor.Nobody;
        }

        if (!access.Admits(actor))
        {
            return actor.Kind == ActorKind.Anonymous ? RequestRefusals.SignInNeeded : RequestRefusals.NotAdmitted;
        }

        if (actor.Kind != ActorKind.Machine && CallerHeaders.IsCrossSite(context.Request))
        {
            return RequestRefusals.CrossSite;
        }

        // Only whoever is let in learns what the endpoint reads.
        if (words.Check(context.Request, endpoint) is { } misspelt)
        {
            return misspelt;
        }

        return CallerHeaders.Read(context.Request, actor, ids).Then<Caller>(caller =>
            caller.SeenVersion is null && endpoint.Metadata.GetMetadata<VersionNeeded>() is not null
                ? RequestRefusals.VersionRequired
                : caller);
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        var isPage = !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return isPage && refusal.Kind == RefusalKind.Unauthenticated && HttpMethods.IsGet(context.Request.Method)
            ? context.ChallengeAsync()
            : refusal.ToResult().ExecuteAsync(context);
    }
}

/// <summary>Places the gate.</summary>
public static class AccessGateStep
{
    /// <summary>Places the gate; call after <c>UseRouting</c> and <c>UseAuthentication</c>.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AccessGate>();
}
