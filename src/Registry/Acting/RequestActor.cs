using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Says who sent a request: a machine by its key (<c>Authorization: Bearer hlk_…</c>), a human being by the session in
/// the
/// signed cookie, else nobody. A key or session that does not hold is refused, never taken for nobody.
/// </summary>
internal sealed class RequestActor(
    Store store, Actors actors, ApiKeys keys, SessionPulse pulse, City city, SignInOptions options, TimeProvider clock)
{
    /// <summary>The header by which a client says under which authorisation it acts; pages use the cookie of that
    /// name.</summary>
    public const string ActingFor = "Heluo-Acting-For";

    public async ValueTask<Outcome<Actor>> OfAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return await MachineAsync(authorization);
        }

        var ticket = await context.AuthenticateAsync(SessionClaims.Scheme);
        if (SessionClaims.Read(ticket.Principal) is not var (account, session))
        {
            return Actor.Nobody;
        }

        var outcome = await HumanAsync(context, ticket, account, session);
        if (outcome.IsRefused)
        {
            await ForgetAsync(context, outcome.Refusal!);
        }

        return outcome;
    }

    private async ValueTask<Outcome<Actor>> MachineAsync(string authorization)
    {
        if (ApiKeys.Shown(authorization) is not { } shown)
        {
            return new Refusal(
                RefusalKind.Unauthenticated, "key.scheme", "Machines sign in with Authorization: Bearer hlk_….");
        }

        return (await keys.KnowAsync(shown, clock.Now())).Then<Actor>(key => key.AsActor(city));
    }

    private async ValueTask<Outcome<Actor>> HumanAsync(
        HttpContext context, AuthenticateResult ticket, string accountKey, string sessionId)
    {
        if (!(await store.LoadAsync<Account>(accountKey)).TryGet(out var loaded, out var refusal))
        {
            return refusal;
        }

        var now = clock.Now();
        var session = loaded.State.Sessions.FirstOrDefault(open => open.Id == sessionId);
        if (session is null || loaded.State is not { Disabled: false, Holder: { } holder } || session.Ends <= now)
        {
            return Ended();
        }

        var since = ticket.Properties?.IssuedUtc is { } issued ? Instant.FromDateTimeOffset(issued) : session.Opened;
        if (!pulse.Hear(sessionId, since, now))
        {
            return Ended();
        }

        return (await actors.OfAsync(holder, Chosen(context.Request))).Then<Actor>(actor =>
        {
            context.Features.Set(new OpenSessionUse(accountKey, sessionId));
            return LacksFactor(actor, session)
                ? RegistryRefusals.Forbidden("session.second_factor_needed", "Sign in again with a second factor.")
                : actor;
        });
    }

    private bool LacksFactor(Actor actor, Session session) => session.Factors < 2 && options.SecondFactor switch
    {
        SecondFactor.Administrators => actor.Kind == ActorKind.Administrator,
        SecondFactor.Officers => actor.Kind is ActorKind.Administrator or ActorKind.Officer,
        _ => false,
    };

    private static string? Chosen(HttpRequest request)
    {
        var header = request.Headers[ActingFor].ToString();
        var chosen = header.Length > 0 ? header : request.Cookies[SigningOut.ActingForCookie];
        return string.IsNullOrEmpty(chosen) ? null : People.Key(chosen, Authorization.Family) ?? chosen;
    }

    // A page whose cookie no longer holds is refused once; the next request begins without it.
    private static async Task ForgetAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Code.StartsWith("authorization.", StringComparison.Ordinal))
        {
            context.Response.Cookies.Delete(SigningOut.ActingForCookie);
        }
        else if (refusal.Kind == RefusalKind.Unauthenticated)
        {
            await context.SignOutAsync(SessionClaims.Scheme);
        }
    }

    private static Refusal Ended() =>
        new(RefusalKind.Unauthenticated, "session.ended", "The session has ended. Sign in again.");
}

/// <summary>The session a request came with, for signing out.</summary>
/// <param name="Account">The account's key.</param>
/// <param name="Session">The session's id.</param>
public sealed record OpenSessionUse(string Account, string Session);
