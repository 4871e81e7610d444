namespace Heluo.Storage.Tests;

internal static class Whole
{
    /// <summary>The document of a stream equals its facts folded anew.</summary>
    public static async Task ShouldFold(this Store store, StoredFact head)
    {
        var family = store.Catalog.FindFamily(StreamId.FamilyOf(head.Stream))!;
        var folded = (await store.FoldAsync(family, head.Stream, head.Stamp.Position)).Value;
        var found = (await store.FindAsync(family, StreamId.KeyOf(head.Stream))).Value;
        (found.Version, found.Head).ShouldBe((head.Stamp.Version, head.Stamp.Position), head.Stream);
        found.State.ShouldBe(folded.State, head.Stream);
    }
}
