using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>Writes the files of a new pack into a folder that is empty or not there yet.</summary>
internal static class Scaffolding
{
    private const int MaxName = 60;

    /// <summary>The pack's id from its folder's name: <c>New Port</c> gives <c>new-port</c>.</summary>
    public static Outcome<string> IdOf(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var letters = name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var id = string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return Kebab.IsId(id) && id.Length <= 30
            ? id
            : new Refusal(
                RefusalKind.Invalid,
                "scaffold.bad_folder",
                $"The folder's name \"{Short.Of(name)}\" gives no id: "
                + "use up to 30 letters a–z, digits and hyphens, a letter first.");
    }

    /// <summary>A name for people, or the folder's name in capitals.</summary>
    public static Outcome<string> NameOf(string? given, string id)
    {
        var name = given ?? $"{char.ToUpperInvariant(id[0])}{id[1..].Replace('-', ' ')}";
        return !string.IsNullOrWhiteSpace(name) && name.Length <= MaxName && name.All(letter => !char.IsControl(letter))
            ? name.Trim()
            : new Refusal(
                RefusalKind.Invalid, "scaffold.bad_name", $"A name has 1 to {MaxName} characters on one line.");
    }

    /// <summary>Writes the files; refuses <c>scaffold.not_empty</c> and then writes none.</summary>
    public static Outcome<ImmutableArray<string>> Write(
        string folder, IReadOnlyCollection<KeyValuePair<string, string>> files)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return new Refusal(
                RefusalKind.Conflict,
                "scaffold.not_empty",
                $"{folder} is not empty: a new pack begins in an empty folder.");
        }

        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return ImmutableArray.CreateRange(files.Select(file => file.Key));
    }
}
