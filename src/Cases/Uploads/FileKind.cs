using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>Tells by its first bytes what a file truly is; its name and its declared type prove nothing.</summary>
public static class FileKind
{
    /// <summary>How many bytes must be looked at.</summary>
    public const int Look = 16;

    /// <summary>Longest file name kept.</summary>
    public const int LongestName = 120;

    private static readonly (string Kind, string MediaType, byte[] Start)[] Known =
    [
        ("pdf", "application/pdf", "%PDF-"u8.ToArray()),
        ("png", "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ("jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>The kind of a file: <c>pdf</c>, <c>png</c> or <c>jpg</c>. Refuses <c>upload.kind</c>.</summary>
    public static Outcome<string> Of(ReadOnlySpan<byte> start)
    {
        foreach (var (kind, _, magic) in Known)
        {
            if (start.StartsWith(magic))
            {
                return kind;
            }
        }

        return new Refusal(
            RefusalKind.Invalid, "upload.kind", "The file is not a PDF, PNG or JPEG, whatever it is called.");
    }

    /// <summary>The media type of a kind.</summary>
    public static string MediaType(string kind) =>
        Known.FirstOrDefault(one => one.Kind == kind).MediaType ?? "application/octet-stream";

    /// <summary>A file name without path, control characters or surprises; it is only ever shown, never a
    /// path.</summary>
    public static string CleanName(string? name, string kind)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = new string([.. last.Where(
            c => !char.IsControl(c) && !IsDirectional(c) && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*'))])
            .Trim(' ', '.');
        var stem = clean.EndsWith($".{kind}", StringComparison.OrdinalIgnoreCase) ? clean[..^(kind.Length + 1)] : clean;
        stem = stem.Length == 0 ? "file" : stem.Length <= LongestName ? stem : stem[..LongestName];
        return $"{stem}.{kind}";
    }

    // A right-to-left override turns "gpj.exe" into what looks like "exe.jpg".
    private static bool IsDirectional(char c) =>
        c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';
}
