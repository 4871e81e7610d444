using Heluo.Kernel;

namespace Heluo.Registry.Http;

/// <summary>What is refused at the door, before any rule is asked.</summary>
internal static class RequestRefusals
{
    internal const string VersionRequiredCode = "request.version_required";

    internal static Refusal SignInNeeded { get; } =
        new(RefusalKind.Unauthenticated, "access.sign_in_needed", "Sign in first.");

    internal static Refusal NotAdmitted { get; } =
        new(RefusalKind.Forbidden, "access.not_admitted", "Your posts do not open this door.");

    internal static Refusal Undeclared { get; } =
        new(RefusalKind.Forbidden, "access.undeclared", "This door does not say whom it admits, so it admits nobody.");

    internal static Refusal CrossSite { get; } =
        new(RefusalKind.Forbidden, "request.cross_site", "A change asked for by another site is refused.");

    internal static Refusal IdempotencyKey { get; } = new(
        RefusalKind.Invalid,
        "request.idempotency_key",
        "Idempotency-Key must be 8 to 64 letters, digits, hyphens or underscores.");

    internal static Refusal IfMatch { get; } = new(
        RefusalKind.Invalid, "request.if_match", "If-Match must be one quoted version as given by ETag, e.g. \"3\".");

    internal static Refusal VersionRequired { get; } = new(
        RefusalKind.Invalid, VersionRequiredCode, "Name the version you have seen in If-Match.");
}
