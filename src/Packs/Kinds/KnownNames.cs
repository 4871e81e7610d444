namespace Heluo.Packs;

/// <summary>The ids that definitions give, by kind, sound or not: what a reference may name.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, HashSet<string>> byKind = new(StringComparer.Ordinal);

    /// <summary>Notes that a kind is read, though it may have no definition.</summary>
    public void AddKind(string kind) => byKind.TryAdd(kind, new HashSet<string>(StringComparer.Ordinal));

    public void Add(string kind, string id)
    {
        AddKind(kind);
        byKind[kind].Add(id);
    }

    public bool IsRead(string kind) => byKind.ContainsKey(kind);

    public bool Contains(string kind, string id) => byKind.TryGetValue(kind, out var ids) && ids.Contains(id);

    public IEnumerable<string> Of(string kind) => byKind.TryGetValue(kind, out var ids) ? ids : [];
}
