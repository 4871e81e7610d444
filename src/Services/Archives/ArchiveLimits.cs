namespace Heluo.Services;

/// <summary>The written limits of archives. An archive over one of them is refused, by whoever writes it and by whoever
/// reads it.</summary>
public static class ArchiveLimits
{
    /// <summary>Bytes of an archive.</summary>
    public const long Bytes = 1L << 30;

    /// <summary>Bytes of all its files, unpacked.</summary>
    public const long Unpacked = 2L << 30;

    /// <summary>Bytes of one file, unpacked.</summary>
    public const long FileBytes = 128L << 20;

    /// <summary>Bytes of the manifest.</summary>
    public const int ManifestBytes = 1 << 20;

    /// <summary>Bytes of the signature.</summary>
    public const int SignatureBytes = 200;

    /// <summary>Files beside manifest and signature.</summary>
    public const int Files = 2_000;

    /// <summary>Characters of a file's path.</summary>
    public const int PathLength = 100;
}
