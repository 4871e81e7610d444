using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>The same for people.</summary>
    public string Text()
    {
        var erased = string.Concat(Erased.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"Forgotten by order {one.Order}, {one.At}: {one.Keys} keys.\n")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            Nothing was altered: {Facts} facts in {Commits} commits hang together.
            {Documents} documents are what their facts give, {Attachments} attachments what was attached.
            The journal agrees with {Checkpoints} signed checkpoints.
            {erased}Newest link: {Link}
            """);
    }
}

/// <summary>What an order had forgotten.</summary>
internal sealed record StoreErased(string Order, int Keys, string At);
