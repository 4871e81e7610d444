using System.Buffers.Text;

namespace Heluo.Cases;

/// <summary>
/// A PDF: its header, comments, then an object; at its end where its table of objects stands (<c>startxref</c>) or its
/// trailer, <c>%%EOF</c>, and nothing behind that but blanks.
/// </summary>
internal sealed class PdfShape : FileShape
{
    private const int Header = 1024;
    private const int Ending = 2048;
    private readonly byte[] head = new byte[Header];
    private int held;

    protected override void Look(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, Header - held);
        bytes[..taken].CopyTo(head.AsSpan(held));
        held += taken;
    }

    protected override bool IsWhole() => BeginsWithAnObject(head.AsSpan(0, held)) && EndsWithItsTable(Tail);

    private static bool BeginsWithAnObject(ReadOnlySpan<byte> text)
    {
        // Header and comments are lines that begin with a per cent sign; after them stands "7 0 obj".
        for (var at = 0; at < text.Length;)
        {
            if (IsBlank(text[at]))
            {
                at++;
                continue;
            }

            if (text[at] != '%')
            {
                var rest = text[at..];
                return IsNumber(ref rest) && IsNumber(ref rest) && rest.StartsWith("obj"u8);
            }

            var line = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (line < 0 || (at > 0 && IsForeign(text[(at + 1)..])))
            {
                return false;
            }

            at += line;
        }

        return false;
    }

    private static bool IsNumber(ref ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out uint _, out var read))
        {
            return false;
        }

        text = text[read..].TrimStart(" \t\r\n"u8);
        return true;
    }

    private bool EndsWithItsTable(ReadOnlySpan<byte> tail)
    {
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0)
        {
            return false;
        }

        var behind = tail[(end + 5)..];
        if (behind.Length > Slack || behind.ContainsAnyExcept("\0 \t\r\n\x1A"u8))
        {
            return false;
        }

        var before = tail[Math.Max(0, end - Ending)..end];
        var start = before.LastIndexOf("startxref"u8);
        return start < 0
            ? before.LastIndexOf("trailer"u8) >= 0
            : Utf8Parser.TryParse(before[(start + 9)..].TrimStart(" \t\r\n"u8), out long at, out _)
                && at >= 0 && at < Length;
    }
}
