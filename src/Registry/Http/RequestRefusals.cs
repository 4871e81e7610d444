using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Registry.Http;

/// <summary>What is refused at the door, before any rule is asked.</summary>
internal static class RequestRefusals
{
    internal const string VersionRequiredCode = "request.version_required";

    private const int MostWords = 10;
    private const int LongestWord = 40;

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

    internal static Refusal UnknownWord(IReadOnlyList<string> unknown, IReadOnlyCollection<string> known)
    {
        var (words, reads) = (Listed(unknown), known.Count == 0 ? "-" : Listed(known.Order(StringComparer.Ordinal)));
        return new Refusal(
            RefusalKind.Invalid, "request.unknown_word",
            $"The query says what this endpoint does not read: {words}. It reads: {reads}.")
        {
            Values = ImmutableDictionary<string, string>.Empty.Add("words", words).Add("known", reads),
        };
    }

    internal static Refusal RepeatedWord(IReadOnlyList<string> repeated)
    {
        var words = Listed(repeated);
        return new Refusal(
            RefusalKind.Invalid, "request.repeated_word",
            $"The query says more than once what this endpoint reads once: {words}.")
        {
            Values = ImmutableDictionary<string, string>.Empty.Add("words", words),
        };
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words
        .Take(MostWords).Select(word => word.Length <= LongestWord ? word : word[..LongestWord] + "…"));
}
