using System.Collections.Immutable;
using System.Text;

namespace Heluo.Packs;

/// <summary>Takes a pack from texts in memory.</summary>
internal static class PackTexts
{
    /// <summary>The files under a prefix; null when there is no header among them.</summary>
    public static PackSource? Take(IReadOnlyDictionary<string, string> texts, string name, string prefix)
    {
        var files = texts
            .Where(
                text => prefix.Length > 0
                    ? text.Key.StartsWith(prefix, StringComparison.Ordinal)
                    : !text.Key.StartsWith('.'))
            .ToImmutableSortedDictionary(
                text => text.Key[prefix.Length..],
                text => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(text.Value)),
                StringComparer.Ordinal);
        return files.ContainsKey(PackSource.HeaderFile) ? new PackSource(name, prefix, files) : null;
    }
}
