namespace Heluo.Packs;

/// <summary>Kinds whose definitions have dated versions.</summary>
public static class DatedKind
{
    /// <summary>
    /// Declares a kind whose definitions hold <c>versions:</c>, each with <c>version</c>, <c>effective</c> and its own
    /// keys.
    /// </summary>
    /// <param name="name">Its name, e.g. <c>item</c>; also the key that holds the id.</param>
    /// <param name="folder">The folder of a pack that holds it, e.g. <c>items</c>.</param>
    /// <param name="ask">
    /// Asks for the keys of one version; <see cref="MapFields.Id"/>, <see cref="MapFields.Version"/> and
    /// <see cref="MapFields.Effective"/> are already read.
    /// </param>
    /// <param name="list">The key under which a file lists several; the folder's name when null.</param>
    public static PackKind<Dated<T>> Of<T>(string name, string folder, Func<MapFields, T> ask, string? list = null) =>
        new(name, folder, fields => DatedShape.Read(fields, ask), list);
}
