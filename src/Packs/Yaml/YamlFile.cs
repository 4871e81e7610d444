using YamlDotNet.Core;

namespace Heluo.Packs;

/// <summary>Reads the bytes of one YAML file into located nodes, or says why it cannot be read.</summary>
internal static class YamlFile
{
    /// <summary>The root node, or null with one fault added.</summary>
    /// <param name="file">Path for the faults.</param>
    /// <param name="bytes">What the file holds.</param>
    /// <param name="budget">How many nodes the pack may still hold.</param>
    /// <param name="faults">Where a fault goes.</param>
    public static PackNode? Read(
        string file, ReadOnlyMemory<byte> bytes, NodeBudget budget, ICollection<PackFault> faults)
    {
        var text = "";
        try
        {
            text = YamlText.Decode(bytes.Span);
            return PlainYaml.Read(file, text, budget) ?? new YamlNodes(file, text, budget, faults).Root();
        }
        catch (YamlFault fault)
        {
            faults.Add(new PackFault(file, fault.Line, fault.Code, fault.Message));
        }
        catch (YamlException) when (YamlText.TabbedLine(text) is { } line)
        {
            faults.Add(new PackFault(
                file,
                line,
                "pack.yaml_syntax",
                "This is not YAML: a tab stands in the indentation, which is of spaces."));
        }
        catch (YamlException broken)
        {
            faults.Add(new PackFault(file, (int)broken.Start.Line, "pack.yaml_syntax", Sentence(broken.Message)));
        }

        return null;
    }

    /// <summary>The parser's own words, as one sentence on one line.</summary>
    private static string Sentence(string words)
    {
        var text = words.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return $"This is not YAML: {(text.Length > 200 ? text[..200] : text)}.";
    }
}
