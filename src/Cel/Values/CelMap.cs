using System.Collections;

namespace Heluo.Cel;

/// <summary>A map that never changes; keys are bool, int, uint or text, and <c>1</c> and <c>1u</c> are one key.
/// It is walked in the order in which it was made.</summary>
public sealed class CelMap : IReadOnlyCollection<KeyValuePair<CelValue, CelValue>>
{
    private readonly OrderedDictionary<CelValue, CelValue> _entries;

    internal CelMap(OrderedDictionary<CelValue, CelValue> entries) => _entries = entries;

    /// <summary>The map without entries.</summary>
    public static CelMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <summary>A map with text keys. A repeated key throws <see cref="ArgumentException"/>.</summary>
    public static CelMap From(IEnumerable<KeyValuePair<string, CelValue>> entries)
    {
        var map = new OrderedDictionary<CelValue, CelValue>();
        foreach (var (key, value) in entries) map.Add(CelValue.Of(key), value);
        return new CelMap(map);
    }

    /// <summary>Finds the value of a key; a double finds the whole number it equals.</summary>
    public bool TryGet(CelValue key, out CelValue value)
    {
        if (key.Kind == CelKind.Double && !Numbers.TryWhole(key.AsDouble, out key))
        {
            value = default;
            return false;
        }

        return _entries.TryGetValue(key, out value);
    }

    internal KeyValuePair<CelValue, CelValue> At(int index) => _entries.GetAt(index);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
