using Heluo.TestKit;

namespace Heluo.Services.Tests.Items;

/// <summary>The figures of every item, counted by hand from the steps its pack plans.</summary>
public class ItemFigureTests
{
    // Item; shortest and longest way in working days; promise; law. The sums are those of the steps between acceptance
    // and decision: what runs at the same time counts once, what depends on an answer counts in the longest only.
    private static readonly Dictionary<string, (int Shortest, int Longest, int Promise, int Law)> ByHand = new()
    {
        ["drainage-permit"] = (1 + 3 + 1, 1 + 3 + 1, 8, 20),
        ["elder-allowance"] = (2 + 3 + 1, 2 + 4 + 1, 10, 20),
        ["food-business"] = (2 + 1, 2 + 3 + 1, 8, 20),
        ["labour-dispatch"] = (4 + 1, 4 + 1, 7, 20),
        ["lift-addition"] = (2 + 4 + 1 + 2, 2 + 1 + 4 + 1 + 2, 12, 30),
        ["medical-institution"] = (2 + 5 + 2, 2 + 5 + 3 + 2, 20, 45),
        ["outdoor-advertising"] = (1 + 3 + 1, 1 + 1 + 3 + 1, 8, 20),
        ["public-venue-hygiene"] = (1 + 1, 1 + 4 + 1, 7, 20),
        ["road-freight"] = (1 + 1, 1 + 2 + 1 + 1, 6, 20),
        ["road-occupation"] = (3 + 1, 3 + 1, 6, 20),
        ["social-security-card"] = (1 + 1 + 1, 1 + 1 + 1, 3, 20),
        ["sole-trader"] = (0, 0, 0, 3),
    };

    [Fact]
    public void Every_item_shows_the_figures_counted_by_hand()
    {
        var rows = CityWorld.Reader.Report(Repository.Pack("zhengzhou")).Sections
            .Single(section => section.Key == "items").Value;
        rows.ToDictionary(row => (string)row["id"]!, row => (
                (int)(decimal)row["shortestDays"]!, (int)(decimal)row["longestDays"]!,
                (int)(decimal)row["promiseDays"]!, (int)(decimal)row["lawDays"]!))
            .ShouldBe(ByHand, ignoreOrder: true);
        rows.Length.ShouldBe(12);
        rows.ShouldAllBe(row => (decimal)row["shortestDays"]! <= (decimal)row["longestDays"]!);
    }
}
