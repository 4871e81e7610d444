using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>A file taken in: what it truly is, a harmless name, and where its content rests, sealed.</summary>
/// <param name="Kind">Kind by its bytes.</param>
/// <param name="Name">Cleaned name, only ever shown.</param>
/// <param name="Blob">Where its content rests.</param>
public sealed record Upload(string Kind, string Name, BlobRef Blob)
{
    /// <summary>Takes a file in. Refuses <c>upload.kind</c>, <c>upload.empty</c>, <c>upload.unsound</c> and what the
    /// blob store refuses; of what is refused nothing stays behind.</summary>
    public static async Task<Outcome<Upload>> TakeAsync(
        Store store, Stream content, string? name, string subject, string purpose, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(content);
        var start = new byte[FileKind.Look];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        if (read == 0)
        {
            return new Refusal(RefusalKind.Invalid, "upload.empty", "The file is empty.");
        }

        if (!FileKind.Of(start.AsSpan(0, read)).TryGet(out var kind, out var refusal))
        {
            return refusal;
        }

        await using var whole = new Inspected(start.AsMemory(0, read), content, FileShape.Of(kind));
        try
        {
            return (await store.Blobs.PutAsync(whole, subject, purpose, atMost: null, ct))
                .TryGet(out var blob, out refusal) ? new Upload(kind, FileKind.CleanName(name, kind), blob) : refusal;
        }
        catch (UnsoundException)
        {
            return new Refusal(
                RefusalKind.Invalid, "upload.unsound",
                "The file is broken off, is not built as its kind is, or carries something else behind its end.");
        }
    }

    /// <summary>Why a file of a sound kind is not taken for this paper.</summary>
    public static Refusal NotAccepted(ImmutableArray<string> accepted) =>
        new(RefusalKind.Invalid, "upload.not_accepted", "This paper is not taken as such a file.")
        {
            Values = ImmutableDictionary<string, string>.Empty.Add("accepted", string.Join(", ", accepted)),
        };
}
