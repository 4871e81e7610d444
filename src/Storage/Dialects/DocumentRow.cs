namespace Heluo.Storage;

/// <summary>The one row that holds the present state of a stream.</summary>
/// <param name="Stream">The stream, <c>family/key</c>.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Head">Position of its newest fact.</param>
/// <param name="Shelf">The list column; null when it stands on no list.</param>
/// <param name="Body">The state as UTF-8 JSON, or packed; a dialect keeps the bytes as they are.</param>
public sealed record DocumentRow(string Stream, int Version, long Head, string? Shelf, ReadOnlyMemory<byte> Body);
