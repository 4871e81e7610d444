using System.Collections.Immutable;
using Heluo.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Heluo.Registry.Http;

/// <summary>A refusal on the wire: RFC 9457 problem+json with our stable code.</summary>
/// <param name="Type">URI of the refusal, <c>urn:heluo:refusal:CODE</c>.</param>
/// <param name="Title">One English sentence; clients translate by <paramref name="Code"/>.</param>
/// <param name="Detail">What is wrong and what to do next, in the language of Accept-Language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable code <c>room.reason</c>, part of the API.</param>
/// <param name="Faults">Every fault of every field, all at once.</param>
/// <param name="Values">Named values for the translated sentence.</param>
public sealed record Problem(
    string Type,
    string Title,
    string Detail,
    int Status,
    string Code,
    ImmutableArray<Fault> Faults,
    ImmutableDictionary<string, string> Values)
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The key of <see cref="Refusal.Values"/> that becomes the header Retry-After, in seconds.</summary>
    public const string RetryAfter = "retryAfter";

    /// <summary>The refusal as a problem. A conflict answers 412 when the request named a version, else 409.</summary>
    public static Problem Of(Refusal refusal, bool namedVersion = false)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new Problem(
            $"urn:heluo:refusal:{refusal.Code}",
            refusal.Sentence,
            refusal.Sentence,
            StatusOf(refusal, namedVersion),
            refusal.Code,
            refusal.Faults,
            refusal.Values);
    }

    /// <summary>Writes the refusal, its detail in the language that the request accepts.</summary>
    /// <param name="context">The request that was refused.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="status">The HTTP status; null for the one of the refusal's family.</param>
    public static Task WriteAsync(HttpContext context, Refusal refusal, int? status = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var problem = Of(refusal, context.Request.Headers.IfMatch.Count > 0);
        if (context.RequestServices.GetService(typeof(RefusalSpeech)) is RefusalSpeech speech)
        {
            var said = speech(context, refusal);
            context.Response.Headers.ContentLanguage = said.Language;
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            problem = problem with { Detail = said.Sentence, Faults = said.Faults };
        }

        context.Response.StatusCode = status ?? problem.Status;
        return context.Response.WriteAsJsonAsync(
            problem with { Status = context.Response.StatusCode },
            options: null,
            MediaType,
            context.RequestAborted);
    }

    private static int StatusOf(Refusal refusal, bool namedVersion) => refusal.Kind switch
    {
        RefusalKind.Invalid when refusal.Code == RequestRefusals.VersionRequiredCode
            => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Invalid when refusal.Faults.Length > 0 => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict when namedVersion && refusal.Code.EndsWith(".changed", StringComparison.Ordinal)
            => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
