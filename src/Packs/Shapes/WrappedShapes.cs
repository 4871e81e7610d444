using System.Text.Json.Nodes;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>A shape whose value becomes something else, or is refused.</summary>
internal sealed class ParsedShape<T, TNext>(Shape<T> inner, Func<T, Outcome<TNext>> parse, TNext fallback)
    : Shape<TNext>
{
    public override TNext Fallback => fallback;

    internal override TNext ReadNode(PackNode node, ShapeReading reading)
    {
        var nested = reading.Nested();
        var value = inner.Read(node, nested);
        if (!nested.IsClean)
        {
            return fallback;
        }

        var outcome = parse(value);
        return outcome.TryGet(out var given, out var refusal)
            ? given
            : Refuse(node, reading, refusal.Code, refusal.Sentence);
    }

    internal override JsonObject Describe(SchemaBook book) => inner.Describe(book);
}

/// <summary>A shape whose value is told where it stands.</summary>
internal sealed class PlacedShape<T, TNext>(Shape<T> inner, Func<T, PackAt, TNext> place) : Shape<TNext>
{
    public override TNext Fallback => place(inner.Fallback, default);

    internal override TNext ReadNode(PackNode node, ShapeReading reading) =>
        place(inner.Read(node, reading), node is PackScalar scalar ? scalar.TextAt : node.At);

    internal override JsonObject Describe(SchemaBook book) => inner.Describe(book);
}

/// <summary>A shape with a sentence for the person who writes the pack.</summary>
internal sealed class AboutShape<T>(Shape<T> inner, string about) : Shape<T>
{
    public override T Fallback => inner.Fallback;

    internal override T ReadNode(PackNode node, ShapeReading reading) => inner.Read(node, reading);

    internal override JsonObject Describe(SchemaBook book)
    {
        var schema = inner.Describe(book);
        schema["description"] = about;
        return schema;
    }
}

/// <summary>A shape that names a definition of a kind; the name is looked up when everything is read.</summary>
internal sealed class ReferenceShape(string kind, Shape<string> id) : Shape<string>
{
    public override string Fallback => "";

    internal override string ReadNode(PackNode node, ShapeReading reading)
    {
        var name = id.Read(node, reading);
        if (name.Length > 0)
        {
            reading.References.Add(new PackReference(kind, name, node.At));
        }

        return name;
    }

    internal override JsonObject Describe(SchemaBook book)
    {
        book.Names(kind);
        return id.Describe(book);
    }
}

/// <summary>A shape that names itself or one not yet made.</summary>
internal sealed class LazyShape<T>(string name, Func<Shape<T>> inner) : Shape<T>
{
    private readonly Lazy<Shape<T>> shape = new(inner);

    public override T Fallback => shape.Value.Fallback;

    internal override T ReadNode(PackNode node, ShapeReading reading) => shape.Value.Read(node, reading);

    internal override JsonObject Describe(SchemaBook book) => book.Refer(name, () => shape.Value.Describe(book));
}
