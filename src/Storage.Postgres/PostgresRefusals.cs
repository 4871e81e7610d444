using Heluo.Kernel;

namespace Heluo.Storage.Postgres;

/// <summary>What this room refuses beside what every dialect does. The codes are API.</summary>
internal static class PostgresRefusals
{
    public static Refusal Address(string why) => new(
        RefusalKind.Invalid, "store.address", $"The address of the PostgreSQL store cannot be read: {why}");

    public static Refusal Unreachable(string where, string why) => new(
        RefusalKind.Unavailable, "store.unreadable", $"The PostgreSQL store at {where} cannot be opened: {why}");

    public static Refusal TooOld(int found) => new(
        RefusalKind.Unavailable,
        "store.too_old",
        FormattableString.Invariant($"The PostgreSQL server is of version {found}; at least {13} is needed."));

    public static Refusal Forgetful(string setting) => new(
        RefusalKind.Unavailable,
        "store.forgetful",
        $"The PostgreSQL server has {setting} switched off: what it answers may be lost. Switch it on.");

    public static Refusal NotOurs(string schema) => new(
        RefusalKind.Invalid, "store.not_ours", $"The schema '{schema}' holds tables that are not of this house.");

    public static Refusal Newer(string schema, int found, int known) => new(
        RefusalKind.Unavailable,
        "store.newer",
        FormattableString.Invariant(
            $"The store '{schema}' was written by a newer version: schema {found}; {known} is known."));

    public static Refusal Conflict(string stream) => new(
        RefusalKind.Conflict, "store.conflict", $"The stream '{stream}' is at another version than expected.");

    public static Refusal Full() => new(
        RefusalKind.Unavailable, "store.full", "The store has no room left on its disk; nothing was written.");

    public static Refusal Failed(string why) => new(
        RefusalKind.Unavailable, "store.failed", $"The store could not write; nothing was written: {why}");
}
