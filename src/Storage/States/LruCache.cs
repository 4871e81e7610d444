using System.Diagnostics.CodeAnalysis;

namespace Heluo.Storage;

/// <summary>A cache bounded by weight: what was not used for longest goes first.</summary>
/// <param name="limit">Weight it may hold.</param>
/// <param name="weigh">Weight of a value.</param>
internal sealed class LruCache<TKey, TValue>(long limit, Func<TValue, long> weigh)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> order = [];
    private readonly Lock gate = new();
    private long weight;

    public long Weight
    {
        get
        {
            lock (gate)
            {
                return weight;
            }
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            order.Remove(node);
            order.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Puts a value; an old one gives way when <paramref name="replaces"/> says so.</summary>
    public void Put(TKey key, TValue value, Func<TValue, TValue, bool> replaces)
    {
        lock (gate)
        {
            if (nodes.TryGetValue(key, out var old))
            {
                if (!replaces(value, old.Value.Value))
                {
                    return;
                }

                Drop(old);
            }

            nodes[key] = order.AddFirst((key, value));
            weight += weigh(value);
            while (weight > limit && order.Last is { } last)
            {
                Drop(last);
            }
        }
    }

    public void Remove(TKey key)
    {
        lock (gate)
        {
            if (nodes.TryGetValue(key, out var node))
            {
                Drop(node);
            }
        }
    }

    private void Drop(LinkedListNode<(TKey Key, TValue Value)> node)
    {
        nodes.Remove(node.Value.Key);
        order.Remove(node);
        weight -= weigh(node.Value.Value);
    }
}
