using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.TestKit;

namespace Heluo.Simulation.Tests;

public class DemoCityTests
{
    private static readonly Lazy<PackSet> Packs = new(() =>
        CityWorld.Reader.AddDemo().Load(Repository.Pack("zhengzhou")).ToOutcome().Value);

    private static async Task<(CityWorld World, DemoMade Made)> MadeAsync(int seed)
    {
        var world = await CityWorld.AtAsync("2026-01-05T08:00", Packs.Value);
        var town = new Town(
            Packs.Value, world.Directory, world.Desk, world.Tags, world.SignIn, world.First, world.Actors, world.Cases,
            world.Index, world.Drafts, world.Rules, world.Timers, world.Clock)
        {
            MoveTo = at => world.Clock.SetUtcNow(at.ToDateTimeOffset()),
        };
        var made = await DemoCity.MakeAsync(
            town, new DemoSize(45, 90, 40), seed, world.InstantOf("2026-02-09T10:00"), CancellationToken.None);
        return (world, made.Value);
    }

    [Fact]
    public async Task A_demo_city_has_cases_in_every_walk_of_life_and_hardly_a_refusal()
    {
        var (world, made) = await MadeAsync(1);
        await using var closing = world;
        made.Cases.ShouldBeGreaterThan(110);
        made.Refused.Values.Sum().ShouldBeLessThan(10, string.Join(", ", made.Refused));
        var stages = world.Index.Where(_ => true, 1000).Select(row => row.Stage).ToHashSet();
        stages.ShouldBeSubsetOf(stages);
        foreach (var stage in new[] { "received", "review", "concluded", "delivered", "closed" })
        {
            stages.ShouldContain(stage);
        }

        var clerk = (await world.Actors.OfAsync("officer/li-na")).Value;
        Inbox.Of(world.Index, clerk).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_same_seed_lives_the_same_life()
    {
        var (one, _) = await MadeAsync(7);
        await using var closing = one;
        var (other, _) = await MadeAsync(7);
        await using var closingOther = other;
        Lives(other).ShouldBe(Lives(one));
    }

    private static string[] Lives(CityWorld world) =>
    [
        .. world.Index.Where(_ => true, 1000).Select(row => $"{row.Number} {row.Stage} {row.OpenedAt}")
            .Order(StringComparer.Ordinal),
    ];
}
