using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Storage;

/// <summary>What one run added to a backup: a line of its <c>backup.jsonl</c>.</summary>
/// <param name="Store">Id of the store.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Hash">Name of the hash its commits are linked by.</param>
/// <param name="From">Position of the first fact added.</param>
/// <param name="To">Position of the last; below <paramref name="From"/> when there was nothing new.</param>
/// <param name="Link">The newest link then, base64url.</param>
/// <param name="At">When.</param>
/// <param name="Segment">The file of the facts; null when there was nothing new.</param>
/// <param name="Attachments">Names of the attachments added.</param>
public sealed record BackupRun(
    string Store, int Epoch, string Hash, long From, long To, string Link, Instant At, BackupSegment? Segment,
    ImmutableArray<string> Attachments);

/// <summary>A file of facts: one JSON object a line, packed with gzip.</summary>
/// <param name="Name">Its name in <c>segments</c>.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of it, hexadecimal.</param>
public sealed record BackupSegment(string Name, long Length, string Sha256);
