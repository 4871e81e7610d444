using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>What backing up and restoring refuse. The codes are API.</summary>
internal static class BackupRefusals
{
    public static Refusal Form(string folder, int line) => new(
        RefusalKind.Invalid, "backup.form",
        FormattableString.Invariant($"Line {line} of backup.jsonl in '{folder}' is no run of a backup."));

    public static Refusal Empty(string folder) => new(
        RefusalKind.NotFound, "backup.empty", $"There is no backup in '{folder}'.");

    public static Refusal OtherStore(string store) => new(
        RefusalKind.Conflict, "backup.other_store",
        $"The backup is of another store, or of this one before it was restored ('{store}'): take another folder.");

    public static Refusal Ahead(long to, long head) => new(
        RefusalKind.Conflict, "backup.ahead", FormattableString.Invariant(
            $"The backup holds facts up to {to}, the store only up to {head}: the store was rolled back."));

    public static Refusal Altered(string file) => new(
        RefusalKind.Unavailable, "backup.altered", $"'{file}' of the backup is missing or not what was written.");

    public static Refusal Unlinked(long position) => new(
        RefusalKind.Unavailable, "backup.unlinked",
        FormattableString.Invariant($"The facts of the backup do not hang together at {position}."));

    public static Refusal KeysMissing(string folder) => new(
        RefusalKind.NotFound, "backup.keys_missing", $"There are no keys in '{folder}'.");

    public static Refusal Unwritten(string why) => new(
        RefusalKind.Unavailable, "backup.unwritten", $"The backup could not be written: {why}");

    public static Refusal Occupied(string where) => new(
        RefusalKind.Conflict, "restore.occupied", $"'{where}' holds a store already; restore into an empty place.");

    public static Refusal Unfinished() => new(
        RefusalKind.Unavailable, "restore.unfinished",
        "A restore into this store was broken off: empty the place and restore anew.");

    public static Refusal TooEarly() => new(
        RefusalKind.Invalid, "restore.too_early", "The backup holds nothing from before that moment.");
}
