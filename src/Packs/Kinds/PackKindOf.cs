using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A kind of definition that packs may hold.</summary>
/// <typeparam name="T">What one definition becomes.</typeparam>
public sealed class PackKind<T> : PackKind
{
    /// <summary>Declares a kind; kept in a static field and registered with <see cref="PackReader"/>.</summary>
    /// <param name="name">Its name, e.g. <c>agency</c>; also the key that holds the id.</param>
    /// <param name="folder">The folder of a pack that holds it, e.g. <c>agencies</c>.</param>
    /// <param name="ask">Asks for the keys of one definition; <see cref="MapFields.Id"/> is already read.</param>
    /// <param name="list">The key under which a file lists several; the folder's name when null.</param>
    /// <param name="idKey">The key that holds the id; the kind's name when null.</param>
    /// <param name="id">What ids look like; kebab-case when null.</param>
    public PackKind(
        string name,
        string folder,
        Func<MapFields, T> ask,
        string? list = null,
        string? idKey = null,
        Shape<string>? id = null)
        : base(name, folder, list ?? folder, idKey ?? name)
    {
        var idShape = (id ?? Shapes.Id).About($"The id of the {name}, unique in its kind.");
        var replaces =
            Shapes.Bool.About("true when this takes the place of the one with the same id in a required pack.");
        Shape = Shapes.Map(fields =>
        {
            var key = fields.Required(IdKey, idShape);
            fields.Optional("replaces", replaces, otherwise: false);
            return ask(fields.Within(key, version: 0, Kernel.EffectivePeriod.Always));
        });
    }

    /// <summary>How one definition is read.</summary>
    public Shape<T> Shape { get; }

    /// <summary>Whether several may share one id, each a part of the whole.</summary>
    internal bool IsParts { get; init; }

    internal ImmutableArray<Action<PackChecking, T>> Checks { get; private init; } = [];

    internal ImmutableArray<OtherNames<T>> Others { get; private init; } = [];

    /// <summary>The same kind with a check that runs over every sound definition once all kinds are read.</summary>
    public PackKind<T> Checked(Action<PackChecking, T> check) =>
        new(this) { Checks = Checks.Add(check), Others = Others };

    /// <summary>The same kind, whose definitions also give ids of another kind, e.g. a law gives articles.</summary>
    /// <param name="kind">The other kind's name, as <see cref="Shapes.Ref"/> is given it.</param>
    /// <param name="names">The ids that one definition gives.</param>
    public PackKind<T> Naming(string kind, Func<T, IEnumerable<string>> names) =>
        new(this) { Checks = Checks, Others = Others.Add(new OtherNames<T>(kind, names)) };

    internal override IEnumerable<string> Gives => Others.Select(other => other.Kind).Prepend(Name);

    internal override DefinitionTable Table() => new DefinitionTable<T>(this);

    internal override JsonObject Describe(SchemaBook book) => Shape.Describe(book);

    private PackKind(PackKind<T> other)
        : base(other.Name, other.Folder, other.List, other.IdKey) => (Shape, IsParts) = (other.Shape, other.IsParts);
}

/// <summary>The ids of another kind that a definition gives.</summary>
internal sealed record OtherNames<T>(string Kind, Func<T, IEnumerable<string>> Names);
