using System.Text;

namespace Heluo.Packs;

/// <summary>Turns the bytes of a file into text, within its size, and refuses what a reader cannot see.</summary>
internal static class YamlText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PackLimits.FileBytes)
        {
            throw new YamlFault(
                0,
                "pack.yaml_oversize",
                $"A file holds at most {PackLimits.FileBytes} bytes, this one {bytes.Length}.");
        }

        string text;
        try
        {
            text = Utf8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new YamlFault(0, "pack.yaml_encoding", "The file is not UTF-8.");
        }

        var line = 1;
        foreach (var character in text)
        {
            line += character == '\n' ? 1 : 0;
            if (IsHidden(character))
            {
                throw new YamlFault(line, "pack.yaml_character", Hidden(character));
            }
        }

        return text;
    }

    /// <summary>The first line that is indented with a tab; null when none is.</summary>
    public static int? TabbedLine(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indented = line[..(line.Length - line.TrimStart(" \t").Length)];
            if (indented.Length < line.Length && indented.Contains('\t'))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The sentence about a hidden character.</summary>
    public static string Hidden(char character) =>
        $"The hidden character U+{(int)character:X4} may not stand in a pack.";

    /// <summary>Control characters, and the marks that make a text read other than it is written.</summary>
    public static bool IsHidden(char character) => character switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => true,
        _ => false,
    };
}
