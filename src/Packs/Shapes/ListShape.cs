using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A list of values of one shape.</summary>
internal sealed class ListShape<T>(Shape<T> item, int min, int max, Func<T, string>? by) : Shape<ImmutableArray<T>>
{
    public override ImmutableArray<T> Fallback => [];

    internal override ImmutableArray<T> ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackList list)
        {
            return Wrong(node, reading, "a list");
        }

        if (list.Items.Length < min || list.Items.Length > max)
        {
            return Refuse(
                node,
                reading,
                "pack.out_of_range",
                $"The list holds {min} to {max} entries, this one {list.Items.Length}.");
        }

        var values = ImmutableArray.CreateBuilder<T>(list.Items.Length);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in list.Items)
        {
            var value = item.Read(entry, reading);
            values.Add(value);
            if (by?.Invoke(value) is { Length: > 0 } name && !names.Add(name))
            {
                reading.Fault(entry.At, "pack.repeated", $"\"{Short.Of(name)}\" stands twice in this list.");
            }
        }

        return values.MoveToImmutable();
    }

    internal override JsonObject Describe(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Describe(book), ["maxItems"] = max };
        if (min > 0)
        {
            schema["minItems"] = min;
        }

        return schema;
    }
}
