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
    /// <summary>Takes a file in. Refuses <c>upload.kind</c>, <c>upload.empty</c> and what the blob store
    /// refuses.</summary>
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

        await using var whole = new Prefixed(start.AsMemory(0, read), content);
        return (await store.Blobs.PutAsync(whole, subject, purpose, atMost: null, ct)).TryGet(out var blob, out refusal)
            ? new Upload(kind, FileKind.CleanName(name, kind), blob)
            : refusal;
    }

    /// <summary>Why a file of a sound kind is not taken for this paper.</summary>
    public static Refusal NotAccepted(ImmutableArray<string> accepted) =>
        new(RefusalKind.Invalid, "upload.not_accepted", "This paper is not taken as such a file.")
        {
            Values = ImmutableDictionary<string, string>.Empty.Add("accepted", string.Join(", ", accepted)),
        };

    /// <summary>The bytes already read, then the rest.</summary>
    private sealed class Prefixed(ReadOnlyMemory<byte> start, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> left = start;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left.IsEmpty)
            {
                return await rest.ReadAsync(buffer, cancellationToken);
            }

            var taken = Math.Min(left.Length, buffer.Length);
            left[..taken].CopyTo(buffer);
            left = left[taken..];
            return taken;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left.IsEmpty)
            {
                return rest.Read(buffer, offset, count);
            }

            var taken = Math.Min(left.Length, count);
            left.Span[..taken].CopyTo(buffer.AsSpan(offset));
            left = left[taken..];
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
