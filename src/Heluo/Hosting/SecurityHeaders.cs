using Microsoft.Net.Http.Headers;

namespace Heluo.Hosting;

/// <summary>The headers every answer carries.</summary>
internal static class SecurityHeaders
{
    /// <summary>Everything from this house only; no inline script or style; nobody may frame it.</summary>
    public static string Policy(string? identityProvider) =>
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
        + $"form-action 'self'{(identityProvider is null ? "" : " " + identityProvider)}";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        // A form that signs in is answered by a redirect to the provider, which form-action judges too.
        var authority = app.Configuration[Demands.Authority];
        var policy = Policy(Uri.TryCreate(authority, UriKind.Absolute, out var uri)
            ? uri.GetLeftPart(UriPartial.Authority)
            : null);
        app.Use((context, next) =>
        {
            // At the last moment: an answer to a failure is begun anew and loses what was set before.
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(IHeaderDictionary headers, string policy)
    {
        if (!headers.ContainsKey(HeaderNames.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy = policy; // a file from outside brings a stricter one
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers.CacheControl = "no-store"; // answers here hold people's matters
        }
    }
}
