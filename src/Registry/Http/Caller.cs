using Heluo.Kernel;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry.Http;

/// <summary>
/// Who calls, under which command id, having seen which version. A parameter of this type in a handler is filled by
/// the house: <c>(string number, Request request, Caller caller, Desk desk) => …</c>.
/// </summary>
/// <param name="Actor">The actor as the registry knows them now; <see cref="Actor.Nobody"/> when not signed in.</param>
/// <param name="CommandId">
/// The sender's <c>Idempotency-Key</c>, or a fresh id. The same key by the same actor gets the first answer again.
/// </param>
/// <param name="SeenVersion">The version named by <c>If-Match</c>; null when none was named.</param>
public sealed record Caller(Actor Actor, string CommandId, long? SeenVersion)
{
    /// <summary>The caller of this request.</summary>
    /// <exception cref="InvalidOperationException">The request did not pass <c>UseAccess</c>.</exception>
    public static Caller Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Caller>()
            ?? throw new InvalidOperationException("The request did not pass UseAccess.");
    }

    /// <summary>Fills a handler's parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult<Caller?>(Of(context));
}

/// <summary>Says who sent this request: the actor as of now, or why they are refused.</summary>
/// <param name="context">The request; its principal has been authenticated.</param>
public delegate ValueTask<Outcome<Actor>> ActorOf(HttpContext context);
