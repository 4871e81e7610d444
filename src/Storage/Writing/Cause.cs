using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Heluo.Storage;

/// <summary>
/// What a commit rests on, kept as text with its first fact and so marking where a commit begins: the tag of its
/// request, then every stream it read without writing, each at its version. <c>1a2b3c4d serial%2Fx=7 …</c>
/// </summary>
/// <param name="Tag">Keyed 32-bit tag of the request: enough to notice a reused id, too little to test a guess
/// against.</param>
/// <param name="Reads">The streams read.</param>
internal sealed record Cause(uint Tag, ImmutableArray<StreamRead> Reads)
{
    public string Format()
    {
        var text = new StringBuilder(8 + (Reads.Length * 40));
        text.Append(Tag.ToString("x8", CultureInfo.InvariantCulture));
        foreach (var read in Reads)
        {
            text.Append(CultureInfo.InvariantCulture, $" {Escape(read.Stream)}={read.Version}");
        }

        return text.ToString();
    }

    /// <summary>Null when the text has no proper form.</summary>
    public static Cause? Parse(string text)
    {
        var parts = text.Split(' ');
        if (!uint.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var tag))
        {
            return null;
        }

        var reads = ImmutableArray.CreateBuilder<StreamRead>(parts.Length - 1);
        foreach (var part in parts.AsSpan(1))
        {
            var equals = part.LastIndexOf('=');
            if (equals < 1
                || !int.TryParse(
                    part.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                return null;
            }

            reads.Add(new(Uri.UnescapeDataString(part[..equals]), version));
        }

        return new(tag, reads.ToImmutable());
    }

    // A key may hold a space or an equals sign; everything else stays readable.
    private static string Escape(string stream) => stream
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("=", "%3D", StringComparison.Ordinal);
}
