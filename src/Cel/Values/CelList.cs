using System.Collections;

namespace Heluo.Cel;

/// <summary>A list that never changes.</summary>
public sealed class CelList : IReadOnlyList<CelValue>
{
    private readonly CelValue[] _items;

    private CelList(CelValue[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static CelList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public CelValue this[int index] => _items[index];

    internal ReadOnlySpan<CelValue> Span => _items;

    /// <summary>A list with a copy of these items.</summary>
    public static CelList Of(params ReadOnlySpan<CelValue> items) =>
        items.IsEmpty ? Empty : new CelList(items.ToArray());

    /// <summary>A list with a copy of these items.</summary>
    public static CelList From(IEnumerable<CelValue> items) => new([.. items]);

    internal static CelList Own(CelValue[] items) => items.Length == 0 ? Empty : new CelList(items);

    /// <inheritdoc/>
    public IEnumerator<CelValue> GetEnumerator() => ((IEnumerable<CelValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
