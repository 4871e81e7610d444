using System.Buffers.Text;
using System.Security.Cryptography;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>
/// Attachments, each encrypted and named by the hash of what lies in it. Written to a draft in the folder, then kept on
/// the shelf before the commit that names them; those that no fact names are swept after a day.
/// </summary>
public sealed class Blobs
{
    private const int SaltBytes = 16;
    private readonly string folder;
    private readonly IBlobShelf shelf;
    private readonly long limit;
    private readonly Vault vault;
    private readonly TimeProvider clock;

    internal Blobs(StoreOptions options, Vault vault, TimeProvider clock, IBlobShelf? shelf = null)
    {
        folder = Path.Combine(options.Folder, "blobs");
        this.shelf = shelf ?? new FolderShelf(folder);
        limit = options.BlobBytes;
        this.vault = vault;
        this.clock = clock;
    }

    /// <summary>Takes in an attachment. It is on disk when this returns; put the answer into a fact within a
    /// day.</summary>
    /// <param name="content">The content, read to its end or to the limit.</param>
    /// <param name="subject">Whose it is, as for <see cref="Sealed"/>.</param>
    /// <param name="purpose">What it is kept for, as for <see cref="Sealed"/>.</param>
    /// <param name="atMost">Bytes allowed; null takes the store's own limit, which is never passed.</param>
    /// <param name="ct">Gives up; nothing stays behind.</param>
    /// <returns>How a fact names it, or <c>blob.empty</c>, <c>blob.too_large</c>, <c>blob.failed</c>.</returns>
    public async Task<Outcome<BlobRef>> PutAsync(
        Stream content, string subject, string purpose, long? atMost = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var most = Math.Min(atMost ?? limit, limit);
        var secret = new BlobKey(vault.Chance(GcmCipher.KeyBytes), vault.Chance(SaltBytes));
        var key = Sealed.OfValue(subject, purpose, secret);
        var draft = Path.Combine(folder, "new", Convert.ToHexStringLower(vault.Chance(16)));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
            var written = await WriteAsync(content, draft, secret, most, ct);
            return written.Then<BlobRef>(done =>
                new BlobRef(Keep(draft, done.Name), done.Length, done.Proof, key) { Tag = done.Tag });
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return BlobRefusals.Unwritten(failed.GetType().Name);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>
    /// Opens an attachment without writing down who looked. Nobody but the access log's own door may call this, as with
    /// <see cref="Vault.OpenUnlogged(Sealed)"/>.
    /// </summary>
    /// <returns>
    /// The content, checked piece by piece while it is read (<see cref="InvalidDataException"/> when it was altered);
    /// or
    /// <c>blob.missing</c>, <c>vault.erased</c> and what else the vault refuses.
    /// </returns>
    public Outcome<Stream> OpenUnlogged(BlobRef blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        if (!vault.OpenValueUnlogged<BlobKey>(blob.Key).TryGet(out var secret, out var refusal))
        {
            return refusal;
        }

        return BlobName.TryParse(blob.Blob, out var name) && shelf.Open(name.File) is { } content
            ? new BlobStream(content, new(secret.Key), blob.Length)
            : BlobRefusals.Missing();
    }

    /// <summary>The salt, base64url, with which the content proves to be the one a fact names. For the access log's own
    /// door, as <see cref="OpenUnlogged"/>; it refuses what the vault refuses.</summary>
    public Outcome<string> SaltUnlogged(BlobRef blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        return vault.OpenValueUnlogged<BlobKey>(blob.Key)
            .Then<string>(secret => Base64Url.EncodeToString(secret.Salt));
    }

    /// <summary>Holds every file against its name; how many there are, or <c>verify.blob</c>.</summary>
    internal Outcome<int> Verify(IReadOnlySet<string> named, CancellationToken ct)
    {
        var piece = new byte[BlobCipher.PieceBytes];
        foreach (var name in named)
        {
            ct.ThrowIfCancellationRequested();
            using var content = shelf.Open(name);
            if (content is null)
            {
                return ProvingRefusals.Blob(name, "is missing");
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            while (content.Read(piece) is > 0 and var read)
            {
                hash.AppendData(piece, 0, read);
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != name)
            {
                return ProvingRefusals.Blob(name, "is not what was attached");
            }
        }

        return named.Count;
    }

    /// <summary>Removes what no fact names and what is older than a time; gives how many.</summary>
    internal int Sweep(IReadOnlySet<string> named, Instant before) => shelf.Sweep(named, before);

    private async Task<Outcome<Written>> WriteAsync(
        Stream content, string draft, BlobKey secret, long most, CancellationToken ct)
    {
        using var ofCipher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var ofContent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var tag = vault.Tagging();
        ofContent.AppendData(secret.Salt);
        using var cipher = new BlobCipher(secret.Key);
        var plain = new byte[BlobCipher.PieceBytes];
        var sealedPiece = new byte[BlobCipher.PieceBytes + GcmCipher.TagBytes];
        var ahead = new byte[BlobCipher.PieceBytes];
        await using var file = new FileStream(
            draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var length = 0L;
        var count = await content.ReadAtLeastAsync(plain, plain.Length, throwOnEndOfStream: false, ct);
        while (count > 0)
        {
            length += count;
            if (length > most)
            {
                return BlobRefusals.TooLarge(most);
            }

            var next = await content.ReadAtLeastAsync(ahead, ahead.Length, throwOnEndOfStream: false, ct);
            var piece = sealedPiece.AsMemory(0, count + GcmCipher.TagBytes);
            cipher.Encrypt(plain.AsSpan(0, count), piece.Span, isLast: next == 0);
            ofContent.AppendData(plain, 0, count);
            tag.AppendData(plain, 0, count);
            ofCipher.AppendData(piece.Span);
            await file.WriteAsync(piece, ct);
            (plain, ahead, count) = (ahead, plain, next);
        }

        file.Flush(flushToDisk: true);
        return length == 0
            ? BlobRefusals.Empty()
            : new Written(
                BlobName.Of(ofCipher.GetHashAndReset()),
                length,
                Base64Url.EncodeToString(ofContent.GetHashAndReset()),
                BitConverter.ToUInt32(tag.GetHashAndReset()));
    }

    private string Keep(string draft, BlobName name)
    {
        shelf.Keep(name.File, draft, clock.Now());
        return name.Text;
    }

    private sealed record Written(BlobName Name, long Length, string Proof, uint Tag);

    private sealed record BlobKey(byte[] Key, byte[] Salt);
}
