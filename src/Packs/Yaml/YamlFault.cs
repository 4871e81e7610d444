namespace Heluo.Packs;

/// <summary>Ends the reading of one file; caught where the file is opened and turned into a fault.</summary>
internal sealed class YamlFault(int line, string code, string message) : Exception(message)
{
    public int Line { get; } = line;

    public string Code { get; } = code;
}
