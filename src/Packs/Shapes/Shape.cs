using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>
/// What one value of a pack looks like: the same declaration reads it, collecting every fault, and gives its JSON
/// Schema. Shapes are composed from <see cref="Shapes"/>; they are immutable and may be shared.
/// </summary>
/// <typeparam name="T">What the value becomes.</typeparam>
public abstract class Shape<T>
{
    private protected Shape()
    {
    }

    /// <summary>A harmless value that stands for one that could not be read, so that reading goes on to the next
    /// fault.</summary>
    public abstract T Fallback { get; }

    /// <summary>Reads a node; on a fault adds it and answers <see cref="Fallback"/>.</summary>
    internal T Read(PackNode node, ShapeReading reading) => node is PackHole ? Fallback : ReadNode(node, reading);

    /// <summary>Reads a node that is not a hole.</summary>
    internal abstract T ReadNode(PackNode node, ShapeReading reading);

    /// <summary>The JSON Schema of the value.</summary>
    internal abstract JsonObject Describe(SchemaBook book);

    /// <summary>Adds the fault of a node of another type.</summary>
    private protected T Wrong(PackNode node, ShapeReading reading, string wanted)
    {
        var quotes = node is PackScalar { Plain: true, IsNothing: false } plain
            && !YamlTypes.IsText(plain)
            && wanted.StartsWith("a text", StringComparison.Ordinal);
        reading.Fault(
            node.At,
            "pack.wrong_type",
            quotes
                ? $"Here stands {wanted}: write \"{((PackScalar)node).Text}\" in quotes, or YAML reads {node.Kind}."
                : $"Here stands {wanted}, not {node.Kind}.");
        return Fallback;
    }

    /// <summary>Adds a fault and answers the fallback.</summary>
    private protected T Refuse(PackNode node, ShapeReading reading, string code, string message)
    {
        reading.Fault(node.At, code, message);
        return Fallback;
    }
}
