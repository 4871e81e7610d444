using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>What was ever erased, kept apart from keys and data: a copy of either, restored, learns from it what to
/// forget
/// again.</summary>
/// <param name="path">The file, one JSON object a line.</param>
public sealed class ErasureList(string path)
{
    private const string Name = "erasures.jsonl";
    private readonly LinesFile<Erasure> lines = new(path);

    /// <summary>The list of a folder.</summary>
    public static ErasureList In(string folder) => new(System.IO.Path.Combine(folder, Name));

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>All erasures in the order of the file; none when there is no file. Refuses
    /// <c>vault.erasures_form</c>.</summary>
    public Outcome<ImmutableArray<Erasure>> Read()
    {
        var (read, wrong) = lines.Read();
        return wrong is { } line ? VaultRefusals.ErasuresForm(path, line) : read;
    }

    /// <summary>Adds one; it is on disk when this returns.</summary>
    internal void Add(Erasure erasure) => lines.Add(erasure);
}
