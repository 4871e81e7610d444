using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>What a verification went through; nothing of it was altered.</summary>
/// <param name="Facts">Facts of the journal.</param>
/// <param name="Commits">Commits.</param>
/// <param name="Documents">Documents, each what its facts give.</param>
/// <param name="Attachments">Attachments that facts name, each what its name says.</param>
/// <param name="Checkpoints">Checkpoints that the journal agrees with.</param>
/// <param name="Erased">What was forgotten meanwhile, by order: its values are unreadable, its proofs stand.</param>
/// <param name="Link">The newest link, base64url: two copies that have the same are the same.</param>
public sealed record Verified(
    long Facts, long Commits, int Documents, int Attachments, int Checkpoints,
    ImmutableArray<ErasedKeys> Erased, string Link);
