namespace Heluo.Packs;

/// <summary>One fault of a pack.</summary>
/// <param name="File">Path from the checked folder, with <c>/</c>.</param>
/// <param name="Line">Line, from 1; 0 for the file or folder as a whole.</param>
/// <param name="Code">Stable code, e.g. <c>pack.unknown_key</c>.</param>
/// <param name="Message">One English sentence that names what is wrong and, where it can, what would be right.</param>
public sealed record PackFault(string File, int Line, string Code, string Message) : IComparable<PackFault>
{
    /// <summary>A fault at a place.</summary>
    public PackFault(PackAt at, string code, string message)
        : this(at.File, at.Line, code, message)
    {
    }

    /// <summary>Orders by file, line, code and message.</summary>
    public int CompareTo(PackFault? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(File, other.File);
        order = order != 0 ? order : Line.CompareTo(other.Line);
        order = order != 0 ? order : string.CompareOrdinal(Code, other.Code);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    /// <summary>The fault as one line: <c>file:line: code: sentence</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Code}: {Message}";
}
