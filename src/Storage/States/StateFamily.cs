using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>A family of state without its type parameter, for code that handles many at once.</summary>
internal abstract class StateFamily
{
    public abstract string Name { get; }

    public abstract int Shape { get; }

    public abstract Type Type { get; }

    public abstract object Start(string key);

    public abstract object Apply(object state, IFact fact, Stamp stamp);

    public abstract string? ShelfOf(object state);

    /// <summary>The state as JSON. Throws when a sealed value in it is still plain.</summary>
    public byte[] Write(object state)
    {
        using var scope = SealScope.Of(Name);
        return JsonSerializer.SerializeToUtf8Bytes(state, Type, JournalJson.Options);
    }

    public Outcome<Snapshot> Read(DocumentRow row)
    {
        try
        {
            using var scope = SealScope.Of(Name);
            var json = DocumentBody.Unpack(row.Body);
            return JsonSerializer.Deserialize(json.Span, Type, JournalJson.Options) is { } state
                ? new Snapshot(state, row.Version, row.Head, json.Length)
                : StorageRefusals.CorruptDocument(row.Stream, "null");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidDataException or FormatException
            or InvalidOperationException or ArgumentException)
        {
            return StorageRefusals.CorruptDocument(row.Stream, wrong.Message);
        }
    }

    public string Stream(string key) => $"{Name}/{key}";
}

/// <inheritdoc/>
internal sealed class StateFamily<TState> : StateFamily
    where TState : class, IState<TState>
{
    public override string Name => TState.Family;

    public override int Shape => TState.Shape;

    public override Type Type => typeof(TState);

    public override object Start(string key) => TState.Start(key);

    public override object Apply(object state, IFact fact, Stamp stamp) => ((TState)state).Apply(fact, stamp);

    public override string? ShelfOf(object state) => ((TState)state).Shelf;
}
