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
    private readonly CryptoSuite suite;
    private readonly IHash naming;

    internal Blobs(StoreOptions options, Vault vault, TimeProvider clock, IHash naming, IBlobShelf? shelf = null)
    {
        folder = Path.Combine(options.Folder, "blobs");
        this.shelf = shelf ?? new FolderShelf(folder);
        limit = options.BlobBytes;
        this.vault = vault;
        this.clock = clock;
        this.naming = naming;
        suite = options.Crypto;
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
        var secret = new BlobKey(
            vault.Chance(suite.Cipher.KeyBytes), vault.Chance(SaltBytes),
            suite.Cipher == Ciphers.Aes ? null : suite.Cipher.Algorithm);
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

        if (Ciphers.Find(secret.Cipher ?? Ciphers.Aes.Algorithm) is not { } cipher)
        {
            return VaultRefusals.Algorithm(secret.Cipher!);
        }

        return BlobName.TryParse(blob.Blob, out var name) && shelf.Open(name.File) is { } content
            ? new BlobStream(content, new(cipher, secret.Key), blob.Length)
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

    /// <summary>Where they rest.</summary>
    internal IBlobShelf Shelf => shelf;

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

            using var hash = naming.Begin();
            while (content.Read(piece) is > 0 and var read)
            {
                hash.Append(piece.AsSpan(0, read));
            }

            if (Convert.ToHexStringLower(hash.End()) != name)
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
        using var ofCipher = naming.Begin();
        using var ofContent = suite.Hash.Begin();
        using var tag = vault.Tagging();
        ofContent.Append(secret.Salt);
        var cipher = new BlobCipher(suite.Cipher, secret.Key);
        var plain = new byte[BlobCipher.PieceBytes];
        var sealedPiece = new byte[BlobCipher.PieceBytes + Ciphers.TagBytes];
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
            var piece = sealedPiece.AsMemory(0, count + Ciphers.TagBytes);
            cipher.Encrypt(plain.AsSpan(0, count), piece.Span, isLast: next == 0);
            ofContent.Append(plain.AsSpan(0, count));
            tag.AppendData(plain, 0, count);
            ofCipher.Append(piece.Span);
            await file.WriteAsync(piece, ct);
            (plain, ahead, count) = (ahead, plain, next);
        }

        file.Flush(flushToDisk: true);
        return length == 0
            ? BlobRefusals.Empty()
            : new Written(
                BlobName.Of(ofCipher.End()),
                length,
                Commitment.Text(suite.Hash, ofContent.End()),
                BitConverter.ToUInt32(tag.GetHashAndReset()));
    }

    private string Keep(string draft, BlobName name)
    {
        shelf.Keep(name.File, draft, clock.Now());
        return name.Text;
    }

    private sealed record Written(BlobName Name, long Length, string Proof, uint Tag);

    private sealed record BlobKey(byte[] Key, byte[] Salt, string? Cipher);
}
