using Heluo.Kernel;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry.Http;

/// <summary>Shows a refusal to a person with a browser. Without one registered everybody gets problem+json.</summary>
/// <param name="context">The request that was refused.</param>
/// <param name="refusal">Why.</param>
/// <param name="status">The HTTP status of the answer.</param>
public delegate Task RefusalPage(HttpContext context, Refusal refusal, int status);

/// <summary>Says whether a request wants a page.</summary>
public static class RefusalPages
{
    /// <summary>The page for a refused request; null when a machine asks, or none is registered.</summary>
    public static RefusalPage? For(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                ? context.RequestServices.GetService(typeof(RefusalPage)) as RefusalPage
                : null;
    }
}
