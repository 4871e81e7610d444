namespace Heluo.Storage.Tests.Suite;

/// <summary>What reading promises on every dialect.</summary>
public abstract class ReadingSuite
{
    protected abstract World NewWorld(Func<StoreOptions, StoreOptions>? options = null);

    [Fact]
    public async Task Documents_are_listed_by_shelf_page_by_page_in_order_of_their_keys()
    {
        using var world = NewWorld();
        for (var i = 0; i < 7; i++)
        {
            await world.Open($"a{i}", new("2021", Shelf: i == 3 ? "other" : "desk"), $"c{i}");
        }

        var first = (await world.Store.ReadShelfAsync<Account>("desk", max: 4)).Value;
        first.Select(entry => entry.Key).ShouldBe(["a0", "a1", "a2", "a4"]);
        var rest = (await world.Store.ReadShelfAsync<Account>("desk", first[^1].Key, max: 4)).Value;
        rest.Select(entry => entry.Key).ShouldBe(["a5", "a6"]);
        await world.Run("a5", new Shelve(null), "s1");
        (await world.Store.ReadShelfAsync<Account>("desk", "a4")).Value.Select(entry => entry.Key).ShouldBe(["a6"]);
        (await world.Store.ReadShelfAsync<Account>(null)).Value.Length.ShouldBe(7);
        (await world.Store.ReadShelfAsync<Serial>(null)).Value.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_streams_facts_are_read_newest_first_page_by_page()
    {
        using var world = NewWorld();
        for (var i = 1; i <= 5; i++)
        {
            await world.Pay("a", i, $"a{i}");
            await world.Pay("b", i, $"b{i}");
        }

        var page = (await world.Store.ReadFactsAsync<Account>("a", max: 2)).Value;
        page.Select(fact => ((MoneyPaid)fact.Fact).Amount).ShouldBe([5, 4]);
        page = (await world.Store.ReadFactsAsync<Account>("a", page[^1].Stamp.Position, max: 9)).Value;
        page.Select(fact => ((MoneyPaid)fact.Fact).Amount).ShouldBe([3, 2, 1]);
        (await world.Store.ReadFactsAsync<Account>("nobody")).Value.ShouldBeEmpty();
        (await world.Store.ReadFactsAsync<Account>("b", before: page[^1].Stamp.Position)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_streams_facts_are_read_oldest_first_page_by_page()
    {
        using var world = NewWorld();
        for (var i = 1; i <= 5; i++)
        {
            await world.Pay("a", i, $"a{i}");
            await world.Pay("b", i, $"b{i}");
        }

        var page = (await world.Store.ReadHistoryAsync<Account>("a", max: 2)).Value;
        page.Select(fact => ((MoneyPaid)fact.Fact).Amount).ShouldBe([1, 2]);
        page = (await world.Store.ReadHistoryAsync<Account>("a", page[^1].Stamp.Version, max: 9)).Value;
        page.Select(fact => ((MoneyPaid)fact.Fact).Amount).ShouldBe([3, 4, 5]);
        (await world.Store.ReadHistoryAsync<Account>("a", 5)).Value.ShouldBeEmpty();
        (await world.Store.ReadHistoryAsync<Account>("a", 50)).Value.ShouldBeEmpty();
        (await world.Store.ReadHistoryAsync<Account>("nobody")).Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Limits.PageSize + 1)]
    public async Task A_page_size_without_bounds_is_a_bug(int max)
    {
        using var world = NewWorld();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => world.Store.ReadLogAsync(1, max));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => world.Store.ReadFactsAsync<Account>("a", max: max));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => world.Store.ReadShelfAsync<Account>(null, max: max));
    }
}
