namespace Heluo.Cel;

/// <summary>One field of a record type.</summary>
public sealed class CelField
{
    internal CelField(string name, CelType type, int index) => (Name, Type, Index) = (name, type, index);

    /// <summary>The name as expressions write it.</summary>
    public string Name { get; }

    /// <summary>The type of its value.</summary>
    public CelType Type { get; }

    /// <summary>Its place in the record type, from 0.</summary>
    public int Index { get; }
}
