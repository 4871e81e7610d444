using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime.Text;

namespace Heluo.Operating;

/// <summary>What a verification went through, as an operator is told.</summary>
internal sealed record StoreVerified(
    long Facts, long Commits, int Documents, int Attachments, int Checkpoints,
    ImmutableArray<StoreErased> Erased, string Link)
{
    public static StoreVerified Of(Verified found) => new(
        found.Facts, found.Commits, found.Documents, found.Attachments, found.Checkpoints,
        [.. found.Erased.Select(one => new StoreErased(
            one.Order, one.Keys, InstantPattern.ExtendedIso.Format(one.At)))],
        found.Link);
}

/// <summary>What an order had forgotten.</summary>
internal sealed record StoreErased(string Order, int Keys, string At);
