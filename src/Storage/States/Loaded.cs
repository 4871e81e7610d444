namespace Heluo.Storage;

/// <summary>A state with its place.</summary>
/// <param name="State">The state; the family's start when nothing was ever written.</param>
/// <param name="Version">How many facts it has seen; 0 when nothing was ever written.</param>
/// <param name="Position">Position of its newest fact; 0 when nothing was ever written.</param>
public sealed record Loaded<TState>(TState State, int Version, long Position)
    where TState : class, IState<TState>;
