using Heluo.Kernel;

namespace Heluo.Storage.Postgres;

/// <summary>What this room refuses beside what every dialect does. The codes are API.</summary>
internal static class PostgresRefusals
{
    public static Refusal Address(string why) => new(
        RefusalKind.Invalid, "store.address", $"The address of the PostgreSQL store cannot be read: {why}");

    public static Refusal TooOld(int found) => new(
        RefusalKind.Unavailable,
        "store.too_old",
        FormattableString.Invariant($"The PostgreSQL server is of version {found}; at least {13} is needed."));

    public static Refusal Forgetful(string setting) => new(
        RefusalKind.Unavailable,
        "store.forgetful",
        $"The PostgreSQL server has {setting} switched off: what it answers may be lost. Switch it on.");
}
