using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>Collects every fault of a request before it is answered.</summary>
internal sealed class Faults
{
    private readonly List<Fault> faults = [];

    public int Count => faults.Count;

    public IEnumerable<Fault> All => faults;

    /// <summary>Adds a fault unless the condition holds.</summary>
    public Faults Unless(bool holds, string field, string code, string sentence)
    {
        if (!holds)
        {
            faults.Add(new Fault(field, code, sentence));
        }

        return this;
    }
}
