namespace Heluo.Cel.Checking;

/// <summary>What the checker found, by the id of the node.</summary>
internal sealed class Checked(int nodes)
{
    public CelType[] Types { get; } = new CelType[nodes];

    public Binding?[] Bindings { get; } = new Binding?[nodes];

    public List<CelFault> Faults { get; } = [];

    /// <summary>Variables that are read, each with the longest chain of declared fields behind it.</summary>
    public SortedSet<string> Reads { get; } = new(StringComparer.Ordinal);

    public SortedSet<int> Slots { get; } = [];

    public int Places { get; set; }

    public CelType Result { get; set; } = CelType.Dyn;
}
