using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Checkpoints in a file, one JSON object a line, newest last; lines are only ever added.</summary>
/// <param name="path">The file.</param>
public sealed class CheckpointFile(string path)
{
    private const string Name = "checkpoints.jsonl";
    private readonly LinesFile<Checkpoint> lines = new(path);

    /// <summary>The file of a folder.</summary>
    public static CheckpointFile In(string folder) => new(System.IO.Path.Combine(folder, Name));

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>All checkpoints in the order of the file; none when there is no file.</summary>
    /// <returns>The checkpoints, or <c>checkpoint.form</c>.</returns>
    public Outcome<ImmutableArray<Checkpoint>> Read()
    {
        var (read, wrong) = lines.Read();
        return wrong is { } line ? ProvingRefusals.CheckpointForm(path, line) : read;
    }

    /// <summary>Adds one; it is on disk when this returns.</summary>
    internal void Add(Checkpoint checkpoint) => lines.Add(checkpoint);
}
