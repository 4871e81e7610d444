using NodaTime;

namespace Heluo.Storage;

/// <summary>One row of the journal as a dialect stores it.</summary>
/// <param name="Position">Place in the journal, from 1, without gaps.</param>
/// <param name="Stream">The stream, <c>family/key</c>.</param>
/// <param name="Version">Version of the stream after this fact.</param>
/// <param name="Previous">Position of the stream's fact before; 0 for the first.</param>
/// <param name="Kind">Kind with schema version, e.g. <c>case.opened</c> or <c>case.opened@2</c>.</param>
/// <param name="At">When, in Unix milliseconds.</param>
/// <param name="Actor">Who.</param>
/// <param name="Command">By which command.</param>
/// <param name="Cause">On the first fact of a commit what it rests on (<see cref="Storage.Cause"/>), else null.</param>
/// <param name="Body">The fact as UTF-8 JSON.</param>
public sealed record FactRow(
    long Position,
    string Stream,
    int Version,
    long Previous,
    string Kind,
    long At,
    string Actor,
    string Command,
    string? Cause,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>On the first fact of a commit its link (<see cref="Chain"/>), else empty.</summary>
    public ReadOnlyMemory<byte> Link { get; init; }

    /// <summary>The row's stamp.</summary>
    public Stamp Stamp => new(Position, Version, Instant.FromUnixTimeMilliseconds(At), Actor, Command);
}
