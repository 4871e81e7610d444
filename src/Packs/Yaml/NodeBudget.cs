namespace Heluo.Packs;

/// <summary>How many values a pack may still hold; its files are read side by side and share it.</summary>
internal sealed class NodeBudget(int nodes)
{
    private int left = nodes;

    /// <summary>Takes one; false when there is none left.</summary>
    public bool Take() => Interlocked.Decrement(ref left) >= 0;

    /// <summary>Takes so many, or none and false when there are fewer.</summary>
    public bool Take(int count)
    {
        if (Interlocked.Add(ref left, -count) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref left, count);
        return false;
    }
}
