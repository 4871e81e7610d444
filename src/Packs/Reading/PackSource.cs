using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>The files of one pack, read but not understood, and its header.</summary>
/// <param name="Name">The pack's id.</param>
/// <param name="Prefix">What comes before a path in a fault: empty for the checked pack, <c>../china/</c> for a
/// base.</param>
/// <param name="Files">The YAML files in the order of their paths.</param>
internal sealed record PackSource(
    string Name, string Prefix, ImmutableArray<PackFile> Files)
{
    /// <summary>The file that makes a folder a pack.</summary>
    public const string HeaderFile = "pack.yaml";

    /// <summary>The sentence for a folder without one.</summary>
    public const string NoHeader = "There is no pack.yaml: this is no pack.";

    /// <summary>What the header says; a default until it is read.</summary>
    public PackHeader Header { get; init; } = PackHeader.None;

    /// <summary>What the header refers to.</summary>
    public ImmutableArray<PackReference> References { get; init; } = [];

    /// <summary>The languages every text has, the default first.</summary>
    public ImmutableArray<string> Languages => Header.Languages;

    /// <summary>Files in the order of their paths, whatever the machine calls alphabetical.</summary>
    public static ImmutableArray<PackFile> Sorted(IEnumerable<PackFile> files) =>
        [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The file with a path; null when there is none.</summary>
    public PackFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>The folder of a path: what stands before the first slash.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>
    /// Whether a path takes part in the pack's hash and bundle. Demo data and tests do not: they never change how a
    /// case is judged.
    /// </summary>
    public static bool IsHashed(string path) => FolderOf(path) is not (PackFolders.Demo or PackFolders.Tests);
}
