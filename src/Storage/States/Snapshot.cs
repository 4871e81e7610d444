namespace Heluo.Storage;

/// <summary>A state at one version, as the cache holds it.</summary>
/// <param name="State">The state.</param>
/// <param name="Version">Version of the stream; 0 before its first fact.</param>
/// <param name="Head">Position of its newest fact; 0 before its first.</param>
/// <param name="Bytes">Size of its document in bytes, the measure of the cache.</param>
internal sealed record Snapshot(object State, int Version, long Head, int Bytes);
