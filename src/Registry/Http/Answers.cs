using Heluo.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry.Http;

/// <summary>Turns outcomes into answers: a value into 200 with its version as ETag, a refusal into
/// problem+json.</summary>
public static class Answers
{
    /// <summary>200 with the value, or the problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome) => outcome.ToResult(static value => Results.Ok(value));

    /// <summary>200 with the value and its version as ETag, or the problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, long> version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return outcome.ToResult(value => WithVersion(Results.Ok(value), version(value)));
    }

    /// <summary>Whatever <paramref name="answer"/> makes of the value, or the problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return outcome.TryGet(out var value, out var refusal) ? answer(value) : refusal.ToResult();
    }

    /// <summary>The refusal as problem+json.</summary>
    public static IResult ToResult(this Refusal refusal) => new ProblemResult(refusal);

    /// <summary>The answer with a version as its ETag, which the next change names in If-Match.</summary>
    public static IResult WithVersion(this IResult answer, long version) => new VersionedResult(answer, version);

    /// <summary>Marks an endpoint that refuses a change without If-Match (428
    /// <c>request.version_required</c>).</summary>
    public static TBuilder NeedsVersion<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(static one => one.Metadata.Add(VersionNeeded.Mark));
        return endpoint;
    }

    /// <summary>Says of an endpoint that it answers with a <typeparamref name="T"/> and its version as ETag.</summary>
    public static RouteHandlerBuilder ProducesVersioned<T>(
        this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status).WithMetadata(VersionGiven.Mark);

    /// <summary>Marks an endpoint of which the documents should say that it can answer with a problem.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(statuses);
        endpoint.Add(one =>
        {
            foreach (var status in statuses)
            {
                one.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.MediaType]));
            }
        });
        return endpoint;
    }
}
