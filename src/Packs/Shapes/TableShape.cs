using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A map whose keys are names of the author's choice and whose values have one shape, in the order
/// written.</summary>
internal sealed class TableShape<T>(Shape<string> key, Shape<T> value, int min, int max)
    : Shape<ImmutableArray<KeyValuePair<string, T>>>
{
    public override ImmutableArray<KeyValuePair<string, T>> Fallback => [];

    internal override ImmutableArray<KeyValuePair<string, T>> ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackMap map)
        {
            return Wrong(node, reading, "a map");
        }

        if (map.Entries.Length < min || map.Entries.Length > max)
        {
            return Refuse(
                node,
                reading,
                "pack.out_of_range",
                $"The map holds {min} to {max} entries, this one {map.Entries.Length}.");
        }

        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, T>>(map.Entries.Length);
        foreach (var entry in map.Entries)
        {
            var name = key.Read(new PackScalar(entry.At, entry.Key, plain: false), reading);
            values.Add(new(name, value.Read(entry.Value, reading)));
        }

        return values.MoveToImmutable();
    }

    internal override JsonObject Describe(SchemaBook book)
    {
        var names = key.Describe(book);
        names.Remove("type");
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = names,
            ["additionalProperties"] = value.Describe(book),
            ["maxProperties"] = max,
        };
        if (min > 0)
        {
            schema["minProperties"] = min;
        }

        return schema;
    }
}
