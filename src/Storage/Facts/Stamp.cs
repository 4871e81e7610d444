using NodaTime;

namespace Heluo.Storage;

/// <summary>What is known of a fact beside its content.</summary>
/// <param name="Position">
/// Place in the journal, from 1, without gaps, in commit order. It is 0 while a decision is folded before its commit,
/// so a state must not keep it.
/// </param>
/// <param name="Version">Version of the stream after the fact, from 1.</param>
/// <param name="At">When it was decided, UTC, whole milliseconds.</param>
/// <param name="Actor">Id of the actor.</param>
/// <param name="Command">Id of the command, as the sender chose it.</param>
public readonly record struct Stamp(long Position, int Version, Instant At, string Actor, string Command);
