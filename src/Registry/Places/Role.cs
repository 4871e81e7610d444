using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Registry;

/// <summary>What family a role belongs to.</summary>
public enum RoleKind
{
    /// <summary>Handles services: windows, reviewers, approvers.</summary>
    Service,

    /// <summary>Handles the street: collectors, dispatchers, handlers.</summary>
    Governance,

    /// <summary>One of the three administrators.</summary>
    Administrator,

    /// <summary>Reads logs and proofs.</summary>
    Audit,

    /// <summary>Reads numbers and decides on targets.</summary>
    Leader,
}

/// <summary>A role that an officer may hold in an agency over an area.</summary>
/// <param name="Id">Its id, kebab-case.</param>
/// <param name="Name">Its name in every language of the pack.</param>
/// <param name="Kind">Its family.</param>
public sealed record Role(string Id, Localized Name, RoleKind Kind)
{
    internal static PackKind<Role> PackKind { get; } = new PackKind<Role>(
        "role",
        "posts",
        fields => new Role(
            fields.Id,
            fields.Required("name", Shapes.Localized(60)),
            fields.Required("kind", Shapes.Enum<RoleKind>())),
        list: "roles")
        .Checked(static (checking, role) => PlaceChecks.Role(checking, role));
}
