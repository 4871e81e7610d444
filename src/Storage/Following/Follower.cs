using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>A follower of one family, typed.</summary>
/// <typeparam name="TState">The family's state.</typeparam>
/// <param name="name">Its name in the health report, e.g. <c>cases.inbox</c>.</param>
public abstract class Follower<TState>(string name) : IFollower
    where TState : class, IState<TState>
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Family => TState.Family;

    /// <inheritdoc/>
    public void Rebuild(IEnumerable<Change> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Clear();
        foreach (var document in documents)
        {
            On(document);
        }
    }

    /// <inheritdoc/>
    public void On(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Follow(StreamId.KeyOf(change.Stream), (TState?)change.Before, (TState)change.After, change.Facts, change.Stamp);
    }

    /// <summary>Forgets everything; a rebuild begins.</summary>
    protected abstract void Clear();

    /// <summary>Takes in one change; while rebuilding <paramref name="before"/> is null and there are no
    /// facts.</summary>
    /// <param name="key">The stream's key.</param>
    /// <param name="before">The state before; null when new.</param>
    /// <param name="after">The state after.</param>
    /// <param name="facts">The facts between.</param>
    /// <param name="stamp">Of the last fact.</param>
    protected abstract void Follow(
        string key, TState? before, TState after, ImmutableArray<IFact> facts, Stamp stamp);
}
