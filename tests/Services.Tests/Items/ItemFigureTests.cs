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
        ["outdoor-advertising"] = (1 + 1 + 3 + 1, 1 + 1 + 3 + 1, 8, 20),
        ["personal-data"] = (1 + 2 + 1, 1 + 2 + 1, 5, 20),
        ["public-venue-hygiene"] = (1 + 1, 1 + 4 + 1, 7, 20),
        ["road-freight"] = (1 + 2 + 1, 1 + 2 + 1 + 1, 6, 20),
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
        rows.Length.ShouldBe(13);
        rows.ShouldAllBe(row => (decimal)row["shortestDays"]! <= (decimal)row["longestDays"]!);
    }

    // A reader adds up what stands in the guide: of what is done at once, or instead of one another, the longest.
    [Fact]
    public async Task The_steps_of_every_guide_add_up_to_its_longest_way()
    {
        await using var world = await CityWorld.AtAsync("2026-02-09T09:00");
        var catalogue = new Catalogue(world.Rules, world.Clock);
        foreach (var (item, figures) in ByHand)
        {
            var (sum, group) = (0m, 0m);
            foreach (var step in catalogue.Guide(item)!.Steps)
            {
                sum += step.Turn == StepTurn.After ? group : 0;
                group = step.Turn == StepTurn.After ? step.Days : Math.Max(group, step.Days);
            }

            (sum + group).ShouldBe(figures.Longest, item);
        }
    }

    [Fact]
    public async Task What_is_done_only_in_some_situations_says_so_in_the_guide()
    {
        await using var world = await CityWorld.AtAsync("2024-06-03T09:00");
        new Catalogue(world.Rules, world.Clock).Guide("food-business")!.Steps
            .Select(step => (step.Id, step.Days, step.Conditional, step.Turn)).ShouldBe(
            [
                ("check-papers", 2, false, StepTurn.After),
                ("site-check", 3, true, StepTurn.After),
                ("store-check", 2, true, StepTurn.Instead),
                ("decision", 1, false, StepTurn.After),
            ]);
    }
}
