using Heluo.Packs;

namespace Heluo.Registry;

/// <summary>What the registry reads of a pack: <c>divisions/ areas/ agencies/ posts/</c>.</summary>
public static class RegistryKinds
{
    /// <summary>The reader with the registry's kinds and checks.</summary>
    public static PackReader WithRegistry(this PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader
            .With(Division.PackKind, ManagementArea.PackKind, AgencyFunction.PackKind, Agency.PackKind, Role.PackKind)
            .Checking(PlaceChecks.Tree);
    }
}
