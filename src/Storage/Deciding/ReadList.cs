namespace Heluo.Storage;

/// <summary>The streams a decision reads, and of these the ones it may write.</summary>
/// <param name="catalog">Knows the families.</param>
public sealed class ReadList(FactCatalog catalog)
{
    private readonly Dictionary<string, (StateFamily Family, string Key, bool MayWrite)> streams =
        new(StringComparer.Ordinal);

    /// <summary>Declares a stream. One that may be written is held for this decision alone until it is answered, so
    /// declare a stream that everybody reads without <paramref name="mayWrite"/>.</summary>
    /// <param name="key">Its key; a stream without facts reads as its start.</param>
    /// <param name="mayWrite">Whether the decision may add facts to it.</param>
    /// <exception cref="ArgumentException">The key has no proper form.</exception>
    /// <exception cref="InvalidOperationException">More than 64 streams, or the state is not in the
    /// catalog.</exception>
    public ReadList Add<TState>(string key, bool mayWrite = false)
        where TState : class, IState<TState>
    {
        var stream = StreamId.Of<TState>(key);
        var held = streams.TryGetValue(stream, out var old) && old.MayWrite;
        streams[stream] = (catalog.Family(typeof(TState)), key, mayWrite || held);
        return streams.Count < Limits.StreamsPerCommit
            ? this
            : throw new InvalidOperationException($"A decision may rest on {Limits.StreamsPerCommit} streams at most.");
    }

    internal IEnumerable<(string Stream, StateFamily Family, string Key, bool MayWrite)> Streams =>
        streams.Select(entry => (entry.Key, entry.Value.Family, entry.Value.Key, entry.Value.MayWrite));

    internal bool SameAs(ReadList other) => streams.Count == other.streams.Count
        && streams.All(entry => other.streams.TryGetValue(entry.Key, out var theirs)
            && theirs.MayWrite == entry.Value.MayWrite);
}
