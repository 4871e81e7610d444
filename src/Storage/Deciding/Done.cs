namespace Heluo.Storage;

/// <summary>The answer to an accepted request: it is stored, and every follower has seen it.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Position">Position of its last fact in the journal; of the stream's newest fact when it added
/// none.</param>
/// <param name="Version">Version of the stream after it.</param>
/// <param name="Reply">
/// The decision's reply. For a repeated command it is worked out anew from what was known then; null in the rare case
/// that the rule now refuses what it once accepted.
/// </param>
/// <param name="Repeated">Whether the command had been done before and this is its first answer again.</param>
public sealed record Done<TState>(TState State, long Position, int Version, object? Reply, bool Repeated)
    where TState : class, IState<TState>;
