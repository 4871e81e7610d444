using Heluo.Kernel;

namespace Heluo.Identity;

/// <summary>What is refused on the way in, before the registry is asked.</summary>
internal static class SignInRefusals
{
    public static Refusal ProviderFailed { get; } = new(
        RefusalKind.Unauthenticated,
        "sign_in.provider_failed",
        "The sign-in was broken off or the provider refused it.");

    public static Refusal NoSubject { get; } = new(
        RefusalKind.Unauthenticated, "sign_in.no_subject", "The provider did not say who signs in.");

    public static Refusal NoIdentity { get; } = new(
        RefusalKind.Forbidden,
        "sign_in.no_identity",
        "The provider does not vouch for a name and a document's number.");
}
