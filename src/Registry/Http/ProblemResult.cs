using System.Globalization;
using Heluo.Kernel;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry.Http;

/// <summary>Writes a refusal as problem+json, never to be cached.</summary>
internal sealed class ProblemResult(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = Problem.Of(refusal, httpContext.Request.Headers.IfMatch.Count > 0);
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (refusal.Values.TryGetValue(Problem.RetryAfter, out var seconds))
        {
            response.Headers.RetryAfter = seconds;
        }

        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer realm=\"heluo\"";
        }

        return RefusalPages.For(httpContext) is { } page
            ? page(httpContext, refusal, problem.Status)
            : Problem.WriteAsync(httpContext, refusal);
    }
}

/// <summary>An answer with a version as its ETag.</summary>
internal sealed class VersionedResult(IResult answer, long version) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return answer.ExecuteAsync(httpContext);
    }
}
