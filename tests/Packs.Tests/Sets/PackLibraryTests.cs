namespace Heluo.Packs.Tests;

public sealed class PackLibraryTests
{
    private readonly Dictionary<string, byte[]> stored = new(StringComparer.Ordinal);
    private int fetched;

    [Fact]
    public async Task The_set_in_force_needs_no_fetching()
    {
        var set = Town("1");

        (await Library(set).GetAsync(set.Hash)).Value.ShouldBeSameAs(set);
        fetched.ShouldBe(0);
    }

    [Fact]
    public async Task An_older_set_is_read_from_its_bundle_once()
    {
        var old = Town("1");
        stored[old.Hash] = old.Bundle();
        var library = Library(Town("2"));

        var first = (await library.GetAsync(old.Hash)).Value;
        var second = (await library.GetAsync(old.Hash)).Value;

        first.Header.Version.ShouldBe("1");
        second.ShouldBeSameAs(first);
        fetched.ShouldBe(1);
        library.Find(old.Hash).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task A_hash_that_nothing_is_stored_under_is_refused() =>
        (await Library(Town("1")).GetAsync("00")).Refusal.ShouldNotBeNull().Code.ShouldBe("pack.version_unknown");

    [Fact]
    public async Task A_bundle_stored_under_another_hash_is_refused()
    {
        stored["00"] = Town("2").Bundle();
        stored["11"] = [1, 2, 3];
        var library = Library(Town("1"));

        (await library.GetAsync("00")).Refusal.ShouldNotBeNull().Code.ShouldBe("pack.version_broken");
        (await library.GetAsync("11")).Refusal.ShouldNotBeNull().Code.ShouldBe("pack.version_broken");
        library.Kept.ShouldBe(0);
    }

    [Fact]
    public void A_set_put_in_force_leaves_the_one_before_at_hand()
    {
        var (one, two) = (Town("1"), Town("2"));
        var library = Library(one);

        library.Install(two);
        library.Install(two);

        library.Current.ShouldBeSameAs(two);
        library.Find(one.Hash).ShouldBeSameAs(one);
        library.Kept.ShouldBe(1);
    }

    [Fact]
    public void Older_sets_are_kept_while_they_fit_and_the_longest_unused_goes_first()
    {
        var big = $"# {new string('x', 1_000_000)}";
        var library = Library(Town("0"));
        var sets = Enumerable.Range(1, 70).Select(i => Town($"{i}", big)).ToArray();

        foreach (var set in sets)
        {
            library.Install(set);
            library.Find(sets[0].Hash).ShouldNotBeNull("what is asked for again stays");
        }

        library.Kept.ShouldBeInRange(60, 67);
        library.Find(sets[1].Hash).ShouldBeNull();
        library.Find(sets[^2].Hash).ShouldNotBeNull();
    }

    private PackLibrary Library(PackSet current) => new(Sample.Reader, current, (hash, _) =>
    {
        fetched++;
        return ValueTask.FromResult(stored.GetValueOrDefault(hash));
    });

    private static PackSet Town(string version, string remark = "#") => Sample.Check(
        ("pack.yaml", Sample.Header.Replace("2026.1", version, StringComparison.Ordinal)),
        ("shops/s.yaml", $"{remark}\nshops: []")).ShouldBeSound();
}
