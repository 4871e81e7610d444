using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Everything this room refuses, on one page. The codes are API.</summary>
internal static class StorageRefusals
{
    public const string ConflictCode = "store.conflict";
    public const string FullCode = "store.full";

    public static Refusal Key() => new(
        RefusalKind.Invalid,
        "store.key",
        $"A key is 1 to {Limits.StreamLength} printable characters, its family included.");

    public static Refusal Options() => new(
        RefusalKind.Invalid, "store.options", "The options of the store are wrong.");

    public static Refusal Command() => new(
        RefusalKind.Invalid, "command.id", $"A command id is 1 to {Limits.CommandLength} printable ASCII characters.");

    public static Refusal Actor() => new(
        RefusalKind.Invalid, "store.actor", $"The id of an actor is 1 to {Limits.ActorLength} characters.");

    public static Refusal CommandReused() => new(
        RefusalKind.Conflict, "command.reused", "This command id was used before for another request.");

    public static Refusal CommandExpired(int hours) => new(
        RefusalKind.Conflict,
        "command.expired",
        FormattableString.Invariant(
            $"This command id is older than the {hours} hours ids are remembered; look again and send a new one."));

    public static Refusal Conflict(string stream) => new(
        RefusalKind.Conflict, ConflictCode, $"The stream '{stream}' is at another version than expected.");

    public static Refusal Busy() => new(
        RefusalKind.Unavailable, "store.busy", "What this rests on kept changing; try again.");

    public static Refusal Overloaded() => new(
        RefusalKind.Unavailable, "store.overloaded", "Too many requests are waiting; try again shortly.");

    public static Refusal Oversize(string what, int limit) => new(
        RefusalKind.TooLarge,
        "store.oversize",
        FormattableString.Invariant($"The {what} is over its limit of {limit}."));

    public static Refusal InUse(string folder) => new(
        RefusalKind.Unavailable,
        "store.in_use",
        $"The store in '{folder}' is open in another process; only one may own it.");

    public static Refusal Newer(string what, int found, int known) => new(
        RefusalKind.Unavailable,
        "store.newer",
        FormattableString.Invariant($"The {what} was written by a newer version: schema {found}; {known} is known."));

    public static Refusal NotOurs(string file) => new(
        RefusalKind.Invalid, "store.not_ours", $"'{file}' is not a store of this house.");

    public static Refusal Unreadable(string path, string why) => new(
        RefusalKind.Unavailable, "store.unreadable", $"'{path}' cannot be opened: {why}");

    public static Refusal Corrupt(string what, string why) => new(
        RefusalKind.Unavailable, "store.corrupt", $"The {what} is damaged: {why}");

    public static Refusal Full() => new(
        RefusalKind.Unavailable, FullCode, "The store has no room left on its disk; nothing was written.");

    public static Refusal Failed(string why) => new(
        RefusalKind.Unavailable, "store.failed", $"The store could not write; nothing was written: {why}");

    public static Refusal Stopped() => new(
        RefusalKind.Unavailable, "store.stopped", "The store has stopped writing and must be started again.");

    public static Refusal InDoubt() => new(
        RefusalKind.Unavailable,
        "store.in_doubt",
        "It is not known whether this was stored; ask again with the same command id after the restart.");

    public static Refusal UnknownKind(string kind) => new(
        RefusalKind.Unavailable, "fact.unknown", $"The kind of fact '{kind}' is not known here.");

    public static Refusal NewerKind(string kind, int known) => new(
        RefusalKind.Unavailable,
        "fact.newer",
        FormattableString.Invariant($"The fact '{kind}' was written by a newer version; schema {known} is known."));

    public static Refusal CorruptFact(FactRow row, string why) => Corrupt(
        FormattableString.Invariant($"fact {row.Position} ({row.Kind} of '{row.Stream}')"), why);

    public static Refusal CorruptDocument(string stream, string why) => Corrupt($"document '{stream}'", why);
}
