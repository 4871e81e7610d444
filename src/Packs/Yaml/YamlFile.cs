using System.Text;
using YamlDotNet.Core;

namespace Heluo.Packs;

/// <summary>Reads the bytes of one YAML file into located nodes, or says why it cannot be read.</summary>
internal static class YamlFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The root node, or null with one fault added.</summary>
    /// <param name="file">Path for the faults.</param>
    /// <param name="bytes">What the file holds.</param>
    /// <param name="budget">How many nodes the pack may still hold.</param>
    /// <param name="faults">Where a fault goes.</param>
    public static PackNode? Read(string file, ReadOnlyMemory<byte> bytes, NodeBudget budget, ICollection<PackFault> faults)
    {
        try
        {
            var text = Decode(bytes.Span);
            return new YamlNodes(file, text, budget, faults).Root();
        }
        catch (YamlFault fault)
        {
            faults.Add(new PackFault(file, fault.Line, fault.Code, fault.Message));
        }
        catch (YamlException broken)
        {
            faults.Add(new PackFault(file, (int)broken.Start.Line, "pack.yaml_syntax", Sentence(broken.Message)));
        }

        return null;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PackLimits.FileBytes)
        {
            throw new YamlFault(0, "pack.yaml_oversize", $"A file holds at most {PackLimits.FileBytes} bytes, this one {bytes.Length}.");
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
                throw new YamlFault(
                    line, "pack.yaml_character", $"The hidden character U+{(int)character:X4} may not stand in a pack.");
            }
        }

        return text;
    }

    /// <summary>Control characters, and the marks that make a text read other than it is written.</summary>
    private static bool IsHidden(char character) => character switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => true,
        _ => false,
    };

    /// <summary>The parser's own words, as one sentence on one line.</summary>
    private static string Sentence(string words)
    {
        var text = words.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return $"This is not YAML: {(text.Length > 200 ? text[..200] : text)}.";
    }
}
