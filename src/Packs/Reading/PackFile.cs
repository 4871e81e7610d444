namespace Heluo.Packs;

/// <summary>One YAML file of a pack, read but not understood.</summary>
/// <param name="Path">Path within the pack, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PackFile(string Path, byte[] Content);
