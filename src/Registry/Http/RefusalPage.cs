using System.Collections.Immutable;
using Heluo.Kernel;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry.Http;

/// <summary>Shows a refusal to a person with a browser. Without one registered everybody gets problem+json.</summary>
/// <param name="context">The request that was refused.</param>
/// <param name="refusal">Why.</param>
/// <param name="status">The HTTP status of the answer.</param>
public delegate Task RefusalPage(HttpContext context, Refusal refusal, int status);

/// <summary>Says a refusal in the language that a request accepts. Without one registered the problem says its own
/// English sentence.</summary>
/// <param name="context">The request that was refused.</param>
/// <param name="refusal">Why.</param>
public delegate SpokenRefusal RefusalSpeech(HttpContext context, Refusal refusal);

/// <summary>A refusal in one language.</summary>
/// <param name="Language">Two-letter language.</param>
/// <param name="Sentence">What is wrong and what to do next.</param>
/// <param name="Faults">Every fault, said in this language.</param>
public sealed record SpokenRefusal(string Language, string Sentence, ImmutableArray<Fault> Faults);

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
