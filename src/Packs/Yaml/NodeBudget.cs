namespace Heluo.Packs;

/// <summary>How many values a pack may still hold; its files are read side by side and share it.</summary>
internal sealed class NodeBudget(int nodes)
{
    private int left = nodes;

    /// <summary>Takes one; false when there is none left.</summary>
    public bool Take() => Interlocked.Decrement(ref left) >= 0;
}
