using System.Collections.Frozen;

namespace Heluo.Cel.Reading;

/// <summary>Words that are not names.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
         "namespace", "return", "var", "void", "while"], StringComparer.Ordinal);

    /// <summary>Words with a meaning of their own; not even a field may have one as its name.</summary>
    public static bool IsKeyword(string word) => word is "true" or "false" or "null" or "in";

    /// <summary>Words kept for later; fields and methods may have them, variables may not.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);
}
