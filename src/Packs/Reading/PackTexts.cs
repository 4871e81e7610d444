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
            .Select(text => new PackFile(text.Key[prefix.Length..], Encoding.UTF8.GetBytes(text.Value)));
        var source = new PackSource(name, prefix, PackSource.Sorted(files));
        return source.Find(PackSource.HeaderFile) is null ? null : source;
    }
}
