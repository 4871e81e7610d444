using System.Collections.Immutable;

namespace Heluo.Kernel;

/// <summary>What sort of actor performs a request.</summary>
public enum ActorKind
{
    /// <summary>Nobody is signed in.</summary>
    Anonymous,

    /// <summary>A natural person using the resident's side.</summary>
    Resident,

    /// <summary>An officer holding one or more duties.</summary>
    Officer,

    /// <summary>
    /// A system, security or audit administrator: runs the house, works no case and reads no case's personal data.
    /// </summary>
    Administrator,

    /// <summary>A machine with an API key.</summary>
    Machine,

    /// <summary>The house itself: timers and followers.</summary>
    House,
}

/// <summary>One duty of an officer: a role, in an agency, over an area.</summary>
/// <param name="Role">Role code of the pack, e.g. <c>clerk</c>, <c>dispatcher</c>.</param>
/// <param name="Agency">Agency code; null means any agency (a city-wide post).</param>
/// <param name="Area">Division code prefix the duty reaches, e.g. <c>410105</c>; null means the whole city.</param>
public sealed record Duty(string Role, string? Agency = null, string? Area = null)
{
    /// <summary>Whether the duty reaches a thing that belongs to an agency and lies in an area.</summary>
    public bool Reaches(string? agency, string? area) =>
        (Agency is null || string.Equals(Agency, agency, StringComparison.Ordinal))
        && (Area is null || (area is not null && area.StartsWith(Area, StringComparison.Ordinal)));
}

/// <summary>
/// Who performs a request, as the registry knew them when it began. Deny by default: no duty, no right.
/// </summary>
/// <param name="Id">
/// Stable id, e.g. <c>person/7Q2M…</c>, <c>officer/li-na</c>, <c>key/…</c>; never a name or a number of a card.
/// </param>
/// <param name="Kind">What sort of actor.</param>
/// <param name="Duties">The duties held now.</param>
public sealed record Actor(string Id, ActorKind Kind, ImmutableArray<Duty> Duties)
{
    /// <summary>The person or firm on whose behalf the actor stands here; null when for themselves.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The recorded authorisation that allows standing for another; null when for themselves.</summary>
    public string? Authorization { get; init; }

    /// <summary>
    /// What the authorisation is limited to, as <c>kind/id</c> of what a matter is about, e.g. <c>item/…</c>. Null
    /// together
    /// with <see cref="OnlyProcedures"/>: everything.
    /// </summary>
    public ImmutableArray<string>? OnlySubjects { get; init; }

    /// <summary>The procedures the authorisation is limited to.</summary>
    public ImmutableArray<string>? OnlyProcedures { get; init; }

    /// <summary>Whether the actor stands here without a limit: for themselves, or for another in everything.</summary>
    public bool CoversAll => OnBehalfOf is null || (OnlySubjects is null && OnlyProcedures is null);

    /// <summary>Nobody.</summary>
    public static Actor Nobody { get; } = new("nobody", ActorKind.Anonymous, []);

    /// <summary>The house itself, for timers and followers.</summary>
    public static Actor House { get; } = new("house", ActorKind.House, []);

    /// <summary>Whose matter this is: the principal when standing for another, else the actor.</summary>
    public string Subject => OnBehalfOf ?? Id;

    /// <summary>Whether what the actor stands on reaches a matter; one who stands for themselves reaches every
    /// own.</summary>
    /// <param name="subject">What the matter is about, <c>kind/id</c>.</param>
    /// <param name="procedure">The procedure that conducts it; null when it is not known.</param>
    public bool Covers(string subject, string? procedure) => CoversAll
        || OnlySubjects?.Contains(subject, StringComparer.Ordinal) == true
        || (procedure is not null && OnlyProcedures?.Contains(procedure, StringComparer.Ordinal) == true);

    /// <summary>Whether a duty with this role reaches the agency and area.</summary>
    public bool Holds(string role, string? agency = null, string? area = null)
    {
        foreach (var duty in Duties)
        {
            if (string.Equals(duty.Role, role, StringComparison.Ordinal) && duty.Reaches(agency, area))
            {
                return true;
            }
        }

        return false;
    }
}
