namespace Heluo.Storage;

/// <summary>What a decision may look at beside its own state: the streams it declared, and immutable context.</summary>
public sealed class Reads
{
    private readonly IReadOnlyDictionary<string, Snapshot> versions;
    private readonly Contexts contexts;

    internal Reads(IReadOnlyDictionary<string, Snapshot> versions, Contexts contexts)
    {
        this.versions = versions;
        this.contexts = contexts;
    }

    /// <summary>For tests of a rule alone: the states given, under their stream ids, and the contexts given.</summary>
    /// <param name="contexts">The contexts the rule asks for.</param>
    /// <param name="states">Stream id (<c>family/key</c>) and state.</param>
    public static Reads Of(Contexts contexts, params (string Stream, object State)[] states)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(states);
        return new(states.ToDictionary(entry => entry.Stream, entry => new Snapshot(entry.State, 1, 1, 0)), contexts);
    }

    /// <summary>A declared stream's state; its start when it has no fact.</summary>
    /// <exception cref="InvalidOperationException">The stream was not declared.</exception>
    public TState Get<TState>(string key)
        where TState : class, IState<TState> => (TState)Find(StreamId.Of<TState>(key)).State;

    /// <summary>A declared stream's version; 0 when it has no fact.</summary>
    /// <exception cref="InvalidOperationException">The stream was not declared.</exception>
    public int VersionOf<TState>(string key)
        where TState : class, IState<TState> => Find(StreamId.Of<TState>(key)).Version;

    /// <summary>An immutable thing handed in at start-up, such as the loaded packs.</summary>
    /// <exception cref="InvalidOperationException">No such context was handed in.</exception>
    public TContext Context<TContext>()
        where TContext : class => contexts.Get<TContext>();

    private Snapshot Find(string stream) => versions.TryGetValue(stream, out var found)
        ? found
        : throw new InvalidOperationException($"The stream '{stream}' was not declared by the request.");
}
