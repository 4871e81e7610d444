using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Services;

/// <summary>What an archive of a case says of itself: <c>manifest.json</c>, signed as it stands in
/// <c>manifest.sig</c> (ES256, DER, so that <c>openssl dgst -sha256 -verify</c> takes it). Whoever has the city's
/// public key needs nothing else.</summary>
public sealed partial record ArchiveManifest
{
    /// <summary>What the archive is.</summary>
    public const string FormatName = "heluo-case-archive";

    /// <summary>The version of the form written now.</summary>
    public const int FormatVersion = 1;

    /// <summary>Always <see cref="FormatName"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The version of the form.</summary>
    public required int Version { get; init; }

    /// <summary>Code of the division that is the city.</summary>
    public required string City { get; init; }

    /// <summary>Name of the city.</summary>
    public required Localized CityName { get; init; }

    /// <summary>Number of the case.</summary>
    public required string Case { get; init; }

    /// <summary>How many facts the case had.</summary>
    public required int Facts { get; init; }

    /// <summary>Place of its newest fact in the journal.</summary>
    public required long Position { get; init; }

    /// <summary>When it was written.</summary>
    public required Instant ExportedAt { get; init; }

    /// <summary>Who had it written; the access log says so too where anything personal was opened.</summary>
    public required string ExportedBy { get; init; }

    /// <summary>What for, as the access log has it.</summary>
    public required string Purpose { get; init; }

    /// <summary>Whether sealed values and papers were opened.</summary>
    public required bool Opened { get; init; }

    /// <summary>Hash of the pack version the case began under.</summary>
    public required string Pack { get; init; }

    /// <summary>Hash of the pack version by whose calendar the days were counted.</summary>
    public required string Calendar { get; init; }

    /// <summary>Algorithm of the signature.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The public key, PEM.</summary>
    public required string Key { get; init; }

    /// <summary>Every other file, in ordinal order.</summary>
    public required ImmutableArray<ArchiveFile> Files { get; init; }

    /// <summary>Whether a path is one this house writes: small ASCII words, no way out of the archive.</summary>
    public static bool IsPath(string? path) =>
        path is { Length: > 0 and <= ArchiveLimits.PathLength } && PathForm().IsMatch(path);

    [GeneratedRegex(
        "^[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*(\\.[a-z0-9]{1,8}){1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathForm();
}

/// <summary>One file of an archive.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed record ArchiveFile(string Path, long Length, string Sha256);
