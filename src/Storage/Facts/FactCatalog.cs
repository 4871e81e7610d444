using System.Text.Json;
using System.Text.Json.Nodes;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>
/// Every kind of fact and every family of state the house knows. Each module adds its own at start-up; afterwards the
/// catalog only answers. A kind that is not here is refused by its name, on writing and on reading.
/// </summary>
/// <example><code>
/// catalog.AddState&lt;Case&gt;().Add&lt;CaseOpened&gt;("case.opened").Add&lt;ActPerformed&gt;("case.act", 2, Lift);
/// </code></example>
public sealed class FactCatalog
{
    private readonly Dictionary<string, FactKind> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, FactKind> byType = [];
    private readonly Dictionary<Type, StateFamily> families = [];
    private readonly List<PersonalEntry> personal = [];
    private readonly Dictionary<string, StateFamily> familiesByName = new(StringComparer.Ordinal);

    /// <summary>Adds a kind of fact.</summary>
    /// <typeparam name="TFact">The sealed record that holds it.</typeparam>
    /// <param name="kind">Stable name, lower case with dots, e.g. <c>case.opened</c>; at most 60 characters.</param>
    /// <param name="schema">Version of the JSON form written from now on, from 1.</param>
    /// <param name="upcasts">One step for each older version, oldest first: exactly <c>schema − 1</c> of them.</param>
    /// <exception cref="ArgumentException">The name has no proper form or is taken, the type is taken or not sealed,
    /// steps are missing, or a sealed field does not say what it is kept for.</exception>
    public FactCatalog Add<TFact>(string kind, int schema = 1, params Upcast[] upcasts)
        where TFact : class, IFact
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(upcasts);
        Require(FactKind.IsName(kind), $"'{kind}' is not the name of a fact kind: lower case words joined by dots.");
        Require(typeof(TFact).IsSealed, $"The fact type {typeof(TFact).Name} must be sealed.");
        Require(
            schema >= 1 && upcasts.Length == schema - 1,
            $"'{kind}' at schema {schema} needs {schema - 1} up-casting steps.");
        Require(!byType.ContainsKey(typeof(TFact)), $"The fact type {typeof(TFact).Name} is in the catalog already.");
        Require(byName.TryAdd(kind, new(kind, typeof(TFact), schema, upcasts)), $"The kind '{kind}' is taken.");
        byType.Add(typeof(TFact), byName[kind]);
        personal.AddRange(PersonalFields.Of(kind, typeof(TFact)));
        return this;
    }

    /// <summary>Adds a family of state.</summary>
    /// <exception cref="ArgumentException">The family's name has no proper form or is taken.</exception>
    public FactCatalog AddState<TState>()
        where TState : class, IState<TState>
    {
        var family = new StateFamily<TState>();
        Require(
            StreamId.IsFamily(family.Name),
            $"'{family.Name}' is not the name of a family: lower case letters, digits, '-'.");
        Require(familiesByName.TryAdd(family.Name, family), $"The family '{family.Name}' is taken.");
        families.Add(typeof(TState), family);
        return this;
    }

    /// <summary>Names of all kinds with their present schema version, in ordinal order.</summary>
    public IReadOnlyList<(string Kind, int Schema)> Kinds =>
        [.. byName.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(kind => (kind.Name, kind.Schema))];

    /// <summary>Every sealed field of every fact, with what it is kept for.</summary>
    public IReadOnlyList<PersonalEntry> Personal => personal;

    internal IEnumerable<FactKind> All => byName.Values;

    internal IEnumerable<StateFamily> Families => familiesByName.Values;

    internal StateFamily? FindFamily(string name) => familiesByName.GetValueOrDefault(name);

    internal StateFamily Family(Type state) => families.GetValueOrDefault(state)
        ?? throw new InvalidOperationException($"The state {state.Name} is not in the catalog: add it with AddState.");

    internal FactKind KindOf(IFact fact) => byType.GetValueOrDefault(fact.GetType())
        ?? throw new InvalidOperationException(
            $"The fact {fact.GetType().Name} is not in the catalog: add it with a kind.");

    /// <summary>The body of a fact as JSON bytes; seals what is still plain when the scope has a vault.</summary>
    internal (string Kind, byte[] Body) Write(IFact fact)
    {
        var kind = KindOf(fact);
        return (kind.Column, JsonSerializer.SerializeToUtf8Bytes(fact, kind.Type, JournalJson.Options));
    }

    /// <summary>Reads a row back, lifted to the present schema.</summary>
    internal Outcome<StoredFact> Read(FactRow row)
    {
        var column = row.Kind;
        if (FactKind.Parse(column) is not var (name, schema) || !byName.TryGetValue(name, out var kind))
        {
            return StorageRefusals.UnknownKind(column);
        }

        if (schema > kind.Schema)
        {
            return StorageRefusals.NewerKind(column, kind.Schema);
        }

        try
        {
            using var scope = SealScope.Of(StreamId.FamilyOf(row.Stream));
            var fact = schema == kind.Schema
                ? JsonSerializer.Deserialize(row.Body.Span, kind.Type, JournalJson.Options)
                : Lift(kind, schema, row.Body.Span).Deserialize(kind.Type, JournalJson.Options);
            return fact is IFact given
                ? new StoredFact(row.Stream, name, row.Stamp, row.Previous, given)
                : StorageRefusals.CorruptFact(row, "null");
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException
            or ArgumentException)
        {
            return StorageRefusals.CorruptFact(row, wrong.Message);
        }
    }

    private static JsonObject Lift(FactKind kind, int schema, ReadOnlySpan<byte> body)
    {
        var lifted = JsonNode.Parse(body, JournalJson.NodeOptions, JournalJson.DocumentOptions) as JsonObject
            ?? throw new JsonException("The body is not an object.");
        for (var version = schema; version < kind.Schema; version++)
        {
            lifted = kind.Upcasts[version - 1](lifted);
        }

        return lifted;
    }

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new ArgumentException(sentence);
        }
    }
}
