using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Opens a session, once a provider has said who it is or a one-time code is shown. A wrong code is a fact of its own:
/// it
/// counts, and enough of them lock the account. The reply is a <see cref="Kernel.Refusal"/> then, else the
/// <see cref="Session"/>.
/// </summary>
/// <param name="Session">The id of the new session.</param>
/// <param name="Factors">How many factors were shown, 1 or 2.</param>
/// <param name="CodeHash">The hash of the code that was shown; null when a provider vouches.</param>
internal sealed record OpenSession(string Session, int Factors, string? CodeHash) : IDecision<OpenSession, Account>
{
    /// <summary>
    /// Refuses <c>account.unknown</c>, <c>account.disabled</c>, <c>account.locked</c> (with <c>retryAfter</c>); replies
    /// with
    /// the refusal <c>sign_in.code_wrong</c>, having counted it.
    /// </summary>
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, OpenSession request, Instant now)
    {
        if (actor.Kind != ActorKind.House || state.Holder is null)
        {
            return RegistryRefusals.Forbidden("account.unknown", "This login stands for nobody here.");
        }

        if (state.Disabled)
        {
            return RegistryRefusals.Forbidden("account.disabled", "This login is switched off.");
        }

        var options = reads.Context<SignInOptions>();
        if (state.LockedUntil is { } until && until > now)
        {
            return Locked(until - now);
        }

        var byCode = request.CodeHash is not null;
        return byCode && !Fits(state.Code, request.CodeHash!, now)
            ? Fail(state, options, now)
            : request.Becomes(state, options, byCode, now);
    }

    private static bool Fits(SignInCode? code, string hash, Instant now) =>
        code is not null && code.Ends > now && Secrets.AreSame(code.Hash, hash);

    private static Decided Fail(Account state, SignInOptions options, Instant now)
    {
        var within = state.FailedFirst is { } began && now - began < Duration.FromMinutes(options.FailureMinutes)
            && state.LockedUntil is null;
        var (first, count) = within ? (state.FailedFirst!.Value, state.Failures + 1) : (now, 1);
        Instant? until = count >= options.Failures ? now + Duration.FromMinutes(options.LockMinutes) : null;
        return Decided.With(new SignInFailed(count, first, until)).Reply(until is null
            ? new Refusal(RefusalKind.Unauthenticated, "sign_in.code_wrong", "The code is wrong, used or too old.")
            : Locked(until.Value - now));
    }

    private Decided Becomes(Account state, SignInOptions options, bool byCode, Instant now)
    {
        var open = state.Sessions.Where(session => session.Ends > now).ToArray();
        var kept = open.TakeLast(options.Sessions - 1).Select(session => session.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> closed =
            [.. state.Sessions.Select(session => session.Id).Where(id => !kept.Contains(id))];
        var session = new Session(Session, now, now + Duration.FromHours(options.AbsoluteHours), Factors);
        var opened = new SessionOpened(session, closed);
        return (byCode ? Decided.With(new SignInCodeUsed(), opened) : Decided.With(opened)).Reply(session);
    }

    private static Refusal Locked(Duration left) => new Refusal(
        RefusalKind.TooMany, "account.locked", "Too many attempts failed; the login is locked for a while.")
        .With(Http.Problem.RetryAfter, FormattableString.Invariant($"{(long)Math.Ceiling(left.TotalSeconds)}"));
}
