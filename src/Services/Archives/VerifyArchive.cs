using System.Collections.Immutable;
using System.Security.Cryptography;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>An archive that was found whole and as it was signed.</summary>
/// <param name="Case">Number of the case.</param>
/// <param name="City">Name of the city.</param>
/// <param name="ExportedAt">When it was written.</param>
/// <param name="ExportedBy">Who had it written.</param>
/// <param name="Fingerprint">SHA-256 of the key that signed it.</param>
/// <param name="KeyWasGiven">Whether that key is the one the reader brought; if not, anybody may have signed.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="Facts">How many facts give the case.</param>
/// <param name="Proven">How many opened values and papers proved to be what the facts committed to.</param>
public sealed record VerifiedArchive(
    string Case, Localized City, Instant ExportedAt, string ExportedBy, string Fingerprint, bool KeyWasGiven,
    int Files, int Facts, int Proven);

/// <summary>
/// Verifies an archive with nothing but itself: the signature, every file's hash, that none is missing and none was
/// added, that the facts give the case, that days were counted by the calendar inside, and that what was opened is what
/// the facts committed to.
/// </summary>
/// <param name="catalog">Every fact the house knows.</param>
/// <param name="reader">Reads the pack versions inside.</param>
public sealed class VerifyArchive(FactCatalog catalog, PackReader reader)
{
    /// <summary>Verifies an archive.</summary>
    /// <param name="file">The archive; it must be able to seek.</param>
    /// <param name="key">The public key it must have been signed with, PEM; null takes the one inside.</param>
    /// <returns>What was found, or the first fault: <c>archive.…</c>.</returns>
    public Outcome<VerifiedArchive> Run(Stream file, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var given = key is null ? null : VerifyingKey.Read(key);
        if (key is not null && given is null)
        {
            return ArchiveRefusals.KeyForm("--key");
        }

        if (!ArchiveZip.Open(file).TryGet(out var zip, out var refusal))
        {
            return refusal;
        }

        using (zip)
        {
            if (!Signed(zip, given).TryGet(out var signed, out refusal)
                || (refusal = Files(zip, signed.Manifest)) is not null
                || !new ArchiveProof(zip, signed.Manifest, catalog, reader).Run().TryGet(out var proven, out refusal))
            {
                return refusal;
            }

            var manifest = signed.Manifest;
            return new VerifiedArchive(
                manifest.Case, manifest.CityName, manifest.ExportedAt, manifest.ExportedBy, signed.Key.Fingerprint,
                given is not null, manifest.Files.Length, manifest.Facts, proven);
        }
    }

    private static Outcome<(ArchiveManifest Manifest, VerifyingKey Key)> Signed(ArchiveZip zip, VerifyingKey? given)
    {
        if (zip.Read(ArchivePaths.Manifest, ArchiveLimits.ManifestBytes) is not { } written)
        {
            return ArchiveRefusals.Manifest("it is not there, or too long");
        }

        if (Stated(written) is { } refusal)
        {
            return refusal;
        }

        if (ArchiveJson.Read<ArchiveManifest>(written) is not { } manifest || manifest.Key is null)
        {
            return ArchiveRefusals.Manifest("it cannot be read");
        }

        if (VerifyingKey.Read(manifest.Key) is not { } key)
        {
            return ArchiveRefusals.KeyForm(ArchivePaths.Manifest);
        }

        if (given is not null && given.Fingerprint != key.Fingerprint)
        {
            return ArchiveRefusals.OtherKey(key.Fingerprint);
        }

        return manifest.Algorithm == key.Algorithm
            && zip.Read(ArchivePaths.Signature, ArchiveLimits.SignatureBytes) is { } signature
            && key.Verify(written, signature)
            ? (manifest, key)
            : ArchiveRefusals.Signature;
    }

    // A newer form is said to be newer before anything of it is misread.
    private static Refusal? Stated(byte[] written)
    {
        var head = ArchiveJson.Head(written);
        return head is not { Format: ArchiveManifest.FormatName } known
            ? ArchiveRefusals.Manifest("it is of no archive of ours")
            : known.Version > ArchiveManifest.FormatVersion ? ArchiveRefusals.Newer(known.Version)
            : null;
    }

    private static Refusal? Files(ArchiveZip zip, ArchiveManifest manifest)
    {
        if (manifest.Files.IsDefault || manifest.Files.Length > ArchiveLimits.Files
            || manifest.Files.Sum(file => file.Length) > ArchiveLimits.Unpacked)
        {
            return ArchiveRefusals.TooLarge(ArchivePaths.Manifest);
        }

        var listed = new HashSet<string>(StringComparer.Ordinal) { ArchivePaths.Manifest, ArchivePaths.Signature };
        foreach (var file in manifest.Files)
        {
            if (!ArchiveManifest.IsPath(file.Path) || file.Length is < 0 or > ArchiveLimits.FileBytes
                || !listed.Add(file.Path))
            {
                return ArchiveRefusals.Manifest("it lists a file that no archive has");
            }

            if (!zip.Has(file.Path))
            {
                return ArchiveRefusals.Missing(file.Path);
            }

            if (Hash(zip, file) != file.Sha256)
            {
                return ArchiveRefusals.Altered(file.Path);
            }
        }

        return zip.Paths.FirstOrDefault(path => !listed.Contains(path)) is { } added
            ? ArchiveRefusals.Added(added)
            : null;
    }

    private static string? Hash(ArchiveZip zip, ArchiveFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        return zip.Pour(file.Path, file.Length, (piece, from, count) =>
        {
            hash.AppendData(piece, from, count);
            length += count;
        }) && length == file.Length
            ? Convert.ToHexStringLower(hash.GetHashAndReset())
            : null;
    }
}
