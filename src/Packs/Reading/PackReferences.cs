namespace Heluo.Packs;

/// <summary>Looks up what definitions name, once everything is read.</summary>
internal static class PackReferences
{
    /// <summary>Every id that is named must exist, where its kind is one that was read.</summary>
    public static void MustExist(
        IReadOnlyCollection<PackReference> references, KnownNames names, PackFaults faults)
    {
        foreach (var reference in references)
        {
            if (names.IsRead(reference.Kind) && !names.Contains(reference.Kind, reference.Id))
            {
                faults.Add(
                    reference.At,
                    "pack.unknown_reference",
                    $"There is no {reference.Kind} \"{Short.Of(reference.Id)}\"."
                    + Short.DidYouMean(reference.Id, names.Of(reference.Kind)));
            }
        }
    }

    /// <summary>A dated version may not rest on a law that was not in force when the version began.</summary>
    public static void MustBeInForce(
        IReadOnlyCollection<PackReference> references, Definitions<Law> laws, PackFaults faults)
    {
        foreach (var reference in references)
        {
            if (reference is { Kind: Law.Article, Effective: { } effective }
                && laws.Find(reference.Id.Split('/')[0]) is { } law
                && !law.Effective.Contains(effective.From))
            {
                faults.Add(
                    reference.At,
                    "pack.law_not_in_force",
                    $"{law.Id} is in force {law.Effective}; this version begins on {effective.From:R}.");
            }
        }
    }
}
