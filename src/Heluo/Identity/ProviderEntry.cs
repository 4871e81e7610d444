using System.Security.Claims;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Identity;

/// <summary>Turns a provider's word into a session: links who may be linked, then opens.</summary>
internal sealed class ProviderEntry(SignInDesk signIn, AdmitResident admit, SignInWays ways, Ids ids)
{
    /// <summary>
    /// Opens a session. Refuses <c>sign_in.no_subject</c>, <c>sign_in.no_identity</c> and what the registry refuses.
    /// </summary>
    /// <param name="issuer">The provider as its checked token names it.</param>
    /// <param name="principal">Whom the token names.</param>
    /// <param name="identity">Which claims are read.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<Outcome<SignedIn>> EnterAsync(
        string issuer, ClaimsPrincipal principal, IdentitySettings identity, CancellationToken ct)
    {
        if (principal.FindFirstValue("sub") is not { Length: > 0 and <= 200 } subject)
        {
            return SignInRefusals.NoSubject;
        }

        if (!ways.Trials.IsEmpty)
        {
            return await EnterTrialAsync(subject, ct);
        }

        var opened = await signIn.ByProviderAsync(issuer, subject, Factors(principal), ct);
        if (opened.Refusal is not { Code: "account.unknown" } || identity.NumberClaim is null)
        {
            return opened;
        }

        if (Vouched(principal, identity) is not { } vouched)
        {
            return SignInRefusals.NoIdentity;
        }

        return (await admit.AdmitAsync(issuer, subject, vouched, ct)).TryGet(out _, out var refusal)
            ? await signIn.ByProviderAsync(issuer, subject, Factors(principal), ct)
            : refusal;
    }

    private async Task<Outcome<SignedIn>> EnterTrialAsync(string subject, CancellationToken ct)
    {
        if (ways.Trials.FirstOrDefault(trial => trial.Login == subject) is not { } trial)
        {
            return SignInRefusals.NoSubject;
        }

        var linked = await signIn.LinkAsync(TrialLogin.Issuer, subject, trial.Holder, Actor.House, ids.Next(), ct);
        return linked.IsRefused ? linked.Refusal! : await signIn.ByProviderAsync(TrialLogin.Issuer, subject, 2, ct);
    }

    // RFC 8176: one method a claim; mfa stands for several.
    private static int Factors(ClaimsPrincipal principal)
    {
        var methods = principal.FindAll("amr").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return methods.Count > 1 || methods.Contains("mfa") ? 2 : 1;
    }

    private static VouchedPerson? Vouched(ClaimsPrincipal principal, IdentitySettings identity)
    {
        var number = principal.FindFirstValue(identity.NumberClaim!);
        var name = principal.FindFirstValue(identity.NameClaim);
        return string.IsNullOrWhiteSpace(number) || string.IsNullOrWhiteSpace(name)
            ? null
            : new VouchedPerson(
                name,
                identity.NumberScheme,
                number,
                principal.FindFirstValue(identity.PhoneClaim),
                identity.AreaClaim is null ? null : principal.FindFirstValue(identity.AreaClaim));
    }
}
