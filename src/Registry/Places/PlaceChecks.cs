using Heluo.Packs;

namespace Heluo.Registry;

/// <summary>What must hold among divisions, areas, agencies and roles once all of them are read.</summary>
internal static class PlaceChecks
{
    public static void Agency(PackChecking checking, Agency agency)
    {
        var agencies = checking.Set.Get(Registry.Agency.PackKind);
        var at = agencies.At(agency.Id);
        if (!checking.Knows("division", agency.Area) && !checking.Knows("area", agency.Area))
        {
            checking.Fault(at, "agency.unknown_area", $"There is no division or area \"{agency.Area}\".");
        }

        if (agency.Phones is { } phones && phones.Consult == phones.Complain)
        {
            checking.Fault(at, "agency.one_phone", "The telephone for complaints is not the one for questions.");
        }

        var twin = agencies.All.FirstOrDefault(other => string.CompareOrdinal(other.Id, agency.Id) < 0
            && other.Function == agency.Function && other.Area == agency.Area);
        if (twin is not null)
        {
            checking.Fault(
                at,
                "agency.twice",
                $"The agency \"{twin.Id}\" has the same function in the same area; one must answer.");
        }
    }

    public static void Role(PackChecking checking, Role role)
    {
        var fixedRole = AdministratorKinds.All.Any(kind => kind.Role() == role.Id);
        if (fixedRole != (role.Kind == RoleKind.Administrator))
        {
            checking.Fault(
                checking.Set.Get(Registry.Role.PackKind).At(role.Id),
                "role.administrator",
                "The roles of kind administrator are system-administrator, security-administrator and "
                + "audit-administrator, and no other.");
        }
    }

    public static void Tree(PackChecking checking)
    {
        var divisions = checking.Set.Get(Division.PackKind);
        foreach (var division in divisions.All)
        {
            var steps = 0;
            for (var above = division.Parent; above is not null; above = divisions.Find(above)?.Parent)
            {
                if (++steps > City.Depth)
                {
                    checking.Fault(
                        divisions.At(division.Code), "division.circle", "The divisions above this one go in a circle.");
                    break;
                }
            }
        }
    }
}
