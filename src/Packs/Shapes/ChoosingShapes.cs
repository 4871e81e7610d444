using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A value that is either a single value, a list or a map, each with its own shape.</summary>
internal sealed class EitherShape<T>(Shape<T>? scalar, Shape<T>? list, Shape<T>? map) : Shape<T>
{
    public override T Fallback => (scalar ?? list ?? map)!.Fallback;

    internal override T ReadNode(PackNode node, ShapeReading reading)
    {
        var shape = node switch
        {
            PackScalar => scalar,
            PackList => list,
            _ => map,
        };
        return shape is null ? Wrong(node, reading, Words()) : shape.Read(node, reading);
    }

    internal override JsonObject Describe(SchemaBook book) => new()
    {
        ["anyOf"] = new JsonArray(
            [.. new[] { scalar, list, map }.Where(shape => shape is not null)
                .Select(shape => (JsonNode)shape!.Describe(book))]),
    };

    private string Words()
    {
        var words = new List<string>(3);
        if (scalar is not null)
        {
            words.Add("a single value");
        }

        if (list is not null)
        {
            words.Add("a list");
        }

        if (map is not null)
        {
            words.Add("a map");
        }

        return string.Join(" or ", words);
    }
}

/// <summary>A map that is told apart by which of some keys it has.</summary>
internal sealed class OneOfShape<T>(IReadOnlyList<KeyValuePair<string, Shape<T>>> cases) : Shape<T>
{
    public override T Fallback => cases[0].Value.Fallback;

    internal override T ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackMap map)
        {
            return Wrong(node, reading, "a map");
        }

        var present = cases.Where(one => map.Find(one.Key) is not null).ToList();
        if (present.Count == 1)
        {
            return present[0].Value.Read(node, reading);
        }

        var keys = string.Join(", ", cases.Select(one => one.Key));
        return Refuse(
            node,
            reading,
            present.Count == 0 ? "pack.missing_key" : "pack.unknown_key",
            $"Exactly one of the keys {keys} stands here, not {present.Count}.");
    }

    internal override JsonObject Describe(SchemaBook book) =>
        new() { ["oneOf"] = new JsonArray([.. cases.Select(one => (JsonNode)one.Value.Describe(book))]) };
}
