using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>What a verification finds, and what else proving refuses. The codes are API.</summary>
internal static class ProvingRefusals
{
    /// <summary>Whether the store was found altered.</summary>
    public static bool IsFinding(Refusal refusal) => refusal.Code.StartsWith("verify.", StringComparison.Ordinal);

    public static Refusal Missing(long position) => new(
        RefusalKind.Unavailable, "verify.missing",
        FormattableString.Invariant($"Fact {position} is missing."));

    public static Refusal Altered(FactRow row) => new(
        RefusalKind.Unavailable, "verify.altered",
        $"{Named(row)} is not what was committed.");

    public static Refusal AlteredCommit(FactRow first, int count) => new(
        RefusalKind.Unavailable, "verify.altered",
        FormattableString.Invariant($"{Named(first)} or one of the {count - 1} after it is not what was committed."));

    public static Refusal Reordered(FactRow row) => new(
        RefusalKind.Unavailable, "verify.reordered",
        $"{Named(row)} does not stand where it was committed.");

    public static Refusal Gap(FactRow row, int version) => new(
        RefusalKind.Unavailable, "verify.missing",
        FormattableString.Invariant($"Version {version} of '{row.Stream}' is missing before {Lower(Named(row))}."));

    public static Refusal Unlinked(FactRow row) => new(
        RefusalKind.Unavailable, "verify.altered",
        $"{Named(row)} has lost its link.");

    public static Refusal Document(string stream) => new(
        RefusalKind.Unavailable, "verify.document",
        $"The document of '{stream}' is not what its facts give.");

    public static Refusal Stray(string stream) => new(
        RefusalKind.Unavailable, "verify.document",
        $"The document of '{stream}' is missing or older than its facts.");

    public static Refusal RolledBack(Checkpoint checkpoint, long head) => new(
        RefusalKind.Unavailable, "verify.rolled_back",
        FormattableString.Invariant(
            $"A checkpoint of {checkpoint.At} speaks of fact {checkpoint.Position}; the journal ends at {head}."));

    public static Refusal Rewritten(Checkpoint checkpoint) => new(
        RefusalKind.Unavailable, "verify.rewritten",
        FormattableString.Invariant(
            $"At fact {checkpoint.Position} the journal is not the one the checkpoint of {checkpoint.At} speaks of."));

    public static Refusal OtherStore(Checkpoint checkpoint) => new(
        RefusalKind.Unavailable, "verify.other_store",
        $"The checkpoint speaks of the store '{checkpoint.Store}', which is another one.");

    public static Refusal Forged(long position) => new(
        RefusalKind.Unavailable, "verify.forged",
        FormattableString.Invariant($"The checkpoint at fact {position} is not signed by the key of this city."));

    public static Refusal Blob(string name, string why) => new(
        RefusalKind.Unavailable, "verify.blob",
        $"Attachment {name} {why}.");

    public static Refusal Database(string why) => new(
        RefusalKind.Unavailable, "verify.database",
        $"The database complains: {why}");

    public static Refusal CheckpointForm(string path, int line) => new(
        RefusalKind.Invalid, "checkpoint.form",
        FormattableString.Invariant($"Line {line} of '{path}' is no checkpoint."));

    public static Refusal CheckpointUnwritten(string why) => new(
        RefusalKind.Unavailable, "checkpoint.unwritten", $"The checkpoint could not be kept: {why}");

    public static Refusal Hash(string name) => new(
        RefusalKind.Unavailable, "store.hash", $"The store rests on the hash '{name}', which is not known here.");

    public static Refusal NoFact(long position) => new(
        RefusalKind.NotFound, "proof.no_fact", FormattableString.Invariant($"There is no fact {position}."));

    public static Refusal NoCheckpoint(long position) => new(
        RefusalKind.Conflict, "proof.no_checkpoint",
        FormattableString.Invariant($"No checkpoint speaks of fact {position} yet; they are signed every minute."));

    public static Refusal ProofForm() => new(RefusalKind.Invalid, "proof.form", "This is no proof of a fact.");

    public static Refusal Unproven(string why) => new(RefusalKind.Invalid, "proof.broken", $"Not proven: {why}.");

    private static string Named(FactRow row) => FormattableString.Invariant(
        $"Fact {row.Position} ({row.Kind}, version {row.Version} of '{row.Stream}')");

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
