using Heluo.Kernel;

namespace Heluo.Registry.Http;

/// <summary>
/// Who may knock at an endpoint. Every endpoint carries exactly one: the last one declared holds (an endpoint's own
/// word replaces its group's). An endpoint without one stops the start. It is the first gate only: whether this caller
/// may touch this very record is decided by the rule of the use case.
/// </summary>
/// <example><code>
/// cases.MapPost("/{number}/acts", …).Admits(Access.Resident | Access.Officer());
/// @attribute [Access(Admission.Officer, Roles = ["clerk"])]
/// </code></example>
/// <param name="admission">The sorts of caller let in.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class Access(Admission admission) : Attribute
{
    /// <summary>The sorts of caller let in.</summary>
    public Admission Admission { get; } = admission;

    /// <summary>Roles of which an officer must hold one, over whatever area; empty admits every officer.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>Scopes of which a machine's key must carry one; empty admits no machine.</summary>
    public string[] Scopes { get; init; } = [];

    /// <summary>Everybody.</summary>
    public static Access Public { get; } = new(Admission.Public);

    /// <summary>Any human being who is signed in.</summary>
    public static Access SignedIn { get; } = new(Admission.SignedIn);

    /// <summary>Residents.</summary>
    public static Access Resident { get; } = new(Admission.Resident);

    /// <summary>Officers holding one of the roles; with no role named, every officer.</summary>
    public static Access Officer(params string[] roles) => new(Admission.Officer) { Roles = roles };

    /// <summary>Machines whose key carries the scope.</summary>
    public static Access Machine(string scope) => new(Admission.Machine) { Scopes = [scope] };

    /// <summary>One kind of administrator.</summary>
    public static Access Administrator(AdministratorKind kind) => new(kind.Admission());

    /// <summary>Whoever either side lets in.</summary>
    public static Access operator |(Access one, Access other) => one.Or(other);

    /// <summary>Whoever either side lets in.</summary>
    public Access Or(Access other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Access(Admission | other.Admission)
        {
            Roles = !Lets(Admission.Officer) ? other.Roles
                : !other.Lets(Admission.Officer) ? Roles
                : Roles.Length == 0 || other.Roles.Length == 0 ? []
                : [.. Roles.Union(other.Roles, StringComparer.Ordinal)],
            Scopes = [.. Scopes.Union(other.Scopes, StringComparer.Ordinal)],
        };
    }

    /// <summary>Whether the actor is let in.</summary>
    public bool Admits(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Lets(Admission.Public) || actor.Kind switch
        {
            ActorKind.Resident => Lets(Admission.Resident),
            ActorKind.Officer => Lets(Admission.Officer) && (Roles.Length == 0 || HoldsOneOf(actor, Roles)),
            ActorKind.Machine => Lets(Admission.Machine) && HoldsOneOf(actor, Scopes),
            ActorKind.Administrator => Administers(actor),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Admission}{(Roles.Length > 0 ? $" roles={string.Join(',', Roles)}" : "")}"
        + (Scopes.Length > 0 ? $" scopes={string.Join(',', Scopes)}" : "");

    private bool Lets(Admission one) => (Admission & one) != Admission.None;

    private bool Administers(Actor actor) =>
        AdministratorKinds.All.Any(kind => Lets(kind.Admission()) && actor.Holds(kind.Role()));

    private static bool HoldsOneOf(Actor actor, string[] roles) =>
        actor.Duties.Any(duty => roles.Contains(duty.Role, StringComparer.Ordinal));
}
