using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A map with known keys.</summary>
internal sealed class MapShape<T> : Shape<T>
{
    private readonly Func<MapFields, T> ask;
    private readonly Lazy<(T Fallback, MapDescription Keys)> learned;

    public MapShape(Func<MapFields, T> ask)
    {
        this.ask = ask;
        learned = new(() =>
        {
            var keys = new MapDescription();
            return (ask(new MapFields(keys)), keys);
        });
    }

    public override T Fallback => learned.Value.Fallback;

    internal override T ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackMap map)
        {
            return Wrong(node, reading, "a map");
        }

        var fields = new MapFields(learned.Value.Keys, map, reading);
        var value = ask(fields);
        fields.RefuseOthers();
        return value;
    }

    internal override JsonObject Describe(SchemaBook book) => learned.Value.Keys.Schema(book);
}
