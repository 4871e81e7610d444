namespace Heluo.Storage;

/// <summary>
/// A request that rests on more than its own stream says so here. What is declared is read before the decision, its
/// version is checked in the commit and kept in the facts; what is not declared cannot be read.
/// </summary>
/// <typeparam name="TState">The state the request decides over.</typeparam>
public interface IDeclaresReads<in TState>
{
    /// <summary>Names the other streams. Pure; it may run several times, with a newer state.</summary>
    void Declare(TState state, ReadList list);
}
