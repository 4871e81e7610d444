using Heluo.Registry.Http;
using Microsoft.AspNetCore.Antiforgery;

namespace Heluo.Hosting;

/// <summary>
/// Whatever writes through a page proves that it came from a page of this house. The demand follows from the route and
/// the method, not from what the endpoint happens to read, so that no form can forget it. Machines speak to
/// <c>/api</c>, where no cookie travels along from another site.
/// </summary>
internal static class FormProof
{
    private static readonly RequireAntiforgeryTokenAttribute Demand = new();

    /// <summary>A group of endpoints whose forms are all proven.</summary>
    public static RouteGroupBuilder MapProven(this WebApplication app)
    {
        var house = app.MapGroup("");
        ((IEndpointConventionBuilder)house).Add(static endpoint =>
        {
            if (endpoint is RouteEndpointBuilder route && Writes(route) && !IsApi(route.RoutePattern.RawText))
            {
                route.Metadata.Add(Demand);
            }
        });
        return house;
    }

    /// <summary>Judges the proof and refuses <c>request.form_token</c> before the endpoint reads anything.</summary>
    public static void UseFormProof(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use(static (context, next) =>
            context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                ? HostRefusals.FormToken.ToResult().ExecuteAsync(context)
                : next(context));
    }

    /// <summary>An endpoint that names no method answers to all of them.</summary>
    private static bool Writes(RouteEndpointBuilder route) =>
        !route.Metadata.OfType<IHttpMethodMetadata>().Any() ||
        route.Metadata.OfType<IHttpMethodMetadata>().SelectMany(static one => one.HttpMethods)
            .Any(static method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method));

    private static bool IsApi(string? route) =>
        route?.TrimStart('/').StartsWith("api/", StringComparison.OrdinalIgnoreCase) == true;
}
