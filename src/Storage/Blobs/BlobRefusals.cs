using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Everything the blobs refuse, on one page.</summary>
internal static class BlobRefusals
{
    public static Refusal TooLarge(long limit) => new(
        RefusalKind.TooLarge,
        "blob.too_large",
        FormattableString.Invariant($"An attachment may have {limit} bytes at most."));

    public static Refusal Empty() => new(RefusalKind.Invalid, "blob.empty", "An attachment has at least one byte.");

    public static Refusal Missing() =>
        new(RefusalKind.Gone, "blob.missing", "The content of this attachment is not here.");

    public static Refusal Unwritten(string why) => new(
        RefusalKind.Unavailable, "blob.failed", $"The attachment could not be written: {why}");
}
