using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>Collects faults up to a bound, each once.</summary>
internal sealed class PackFaults
{
    private readonly HashSet<PackFault> faults = [];
    private int beyond;

    /// <summary>How many were found, kept or not.</summary>
    public int Count => faults.Count + beyond;

    public void Add(PackAt at, string code, string message) => Add(new PackFault(at, code, message));

    public void Add(PackFault fault)
    {
        if (faults.Count < PackLimits.Faults)
        {
            faults.Add(fault);
        }
        else if (!faults.Contains(fault))
        {
            beyond++;
        }
    }

    public ImmutableArray<PackFault> Sorted()
    {
        var sorted = faults.Order();
        return beyond == 0
            ? [.. sorted]
            : [.. sorted, new PackFault("", 0, "pack.more_faults", $"{beyond} further faults are not listed.")];
    }
}
