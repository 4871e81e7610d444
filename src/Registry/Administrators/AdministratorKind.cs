using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry.Http;

namespace Heluo.Registry;

/// <summary>The three administrators who watch each other (GB/T 22239-2019, level 3): nobody may be two of
/// them.</summary>
public enum AdministratorKind
{
    /// <summary>Makes accounts and officers; grants nothing.</summary>
    System,

    /// <summary>Grants duties and API keys; makes no account.</summary>
    Security,

    /// <summary>Reads the logs; changes nothing.</summary>
    Audit,
}

/// <summary>The fixed role codes of the three administrators; a pack may name them but define no others.</summary>
public static class AdministratorKinds
{
    /// <summary>All three.</summary>
    public static ImmutableArray<AdministratorKind> All { get; } =
        [AdministratorKind.System, AdministratorKind.Security, AdministratorKind.Audit];

    /// <summary>The role that the actor of such an administrator holds.</summary>
    public static string Role(this AdministratorKind kind) => kind switch
    {
        AdministratorKind.System => "system-administrator",
        AdministratorKind.Security => "security-administrator",
        AdministratorKind.Audit => "audit-administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The kind whose role this is; null when it is no administrator's.</summary>
    public static AdministratorKind? Of(string role)
    {
        foreach (var kind in All)
        {
            if (string.Equals(kind.Role(), role, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Whether the actor is such an administrator; the house itself may do what any of them may.</summary>
    internal static bool Administers(this Actor actor, AdministratorKind kind) =>
        actor.Kind == ActorKind.House || (actor.Kind == ActorKind.Administrator && actor.Holds(kind.Role()));

    internal static Admission Admission(this AdministratorKind kind) => kind switch
    {
        AdministratorKind.System => Http.Admission.SystemAdministrator,
        AdministratorKind.Security => Http.Admission.SecurityAdministrator,
        AdministratorKind.Audit => Http.Admission.AuditAdministrator,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
