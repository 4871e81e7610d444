using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Cases.Tests.Rules;

/// <summary>A case keeps the pack it began under while the city goes on.</summary>
public class UpgradeTests
{
    private static string Harder(string text) => text
        .Replace(
            "law: {amount: 20, unit: working-day}", "law: {amount: 15, unit: working-day}", StringComparison.Ordinal)
        .Replace(
            "promise: {amount: 8, unit: working-day}", "promise: {amount: 7, unit: working-day}",
            StringComparison.Ordinal);

    // The special procedure, its stage and every act of it are gone; the time to accept is shorter.
    private static string WithoutSpecial(string text)
    {
        foreach (var act in new[] { "begin-special", "end-special", "special-over" })
        {
            var from = text.IndexOf($"      - act: {act}\n", StringComparison.Ordinal);
            text = text.Remove(from, text.IndexOf("      - act: ", from + 10, StringComparison.Ordinal) - from);
        }

        return string.Join('\n', text.Split('\n').Where(line =>
                !line.Contains("{stage: special,", StringComparison.Ordinal)
                && !line.Contains("act: special-over}", StringComparison.Ordinal)))
            .Replace("special, ", "", StringComparison.Ordinal)
            .Replace(
                "limit: {amount: 5, unit: working-day}, basis", "limit: {amount: 3, unit: working-day}, basis",
                StringComparison.Ordinal);
    }

    private static Packs.PackSet Next { get; } = CityWorld.Changed(
        ("china/procedures/licensing.yaml", WithoutSpecial), ("zhengzhou/items/food-business.yaml", Harder));

    [Fact]
    public async Task Limits_and_stages_are_those_of_the_day_it_began()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var waiting = await world.OpenShopAsync();
        var special = await world.OpenShopAsync();
        special = (await world.GiveAsync(special, special.Clerk(), "application-form", "business-licence")).Value;
        special = await world.DoAsync(special, special.Clerk(), "accept");
        special = await world.DoAsync(
            special, special.Reviewer(), "begin-special", ("kind", "testing"), ("days", 2), ("reason", "x"));
        var before = world.Packs.Hash;
        await world.RestartAsync(Next);
        world.Packs.Hash.ShouldNotBe(before);

        // The old ones are as they were: also in the lists, which name the stage that is gone.
        waiting = (await world.Cases.ReadAsync(waiting.Number, waiting.Clerk(), CancellationToken.None)).Value;
        (waiting.Pack, world.DueOf(waiting, "acceptance")).ShouldBe((before, "2021-03-08"));
        waiting.Limits["law"].ShouldBe(Limit.WorkingDays(20));
        special = (await world.Cases.ReadAsync(special.Number, special.Reviewer(), CancellationToken.None)).Value;
        world.Cases.Allowed(special, special.Reviewer()).Select(one => one.Act.Id).ShouldBe(["end-special"]);
        var row = Inbox.Of(world.Index, special.Reviewer()).Single().Case;
        CaseLists.StageOf(row).In("en").ShouldBe("Special procedure");
        CaseView.Of(special, world.Cases, special.Reviewer(), world.Clock.Now()).ShouldNotBeNull();
        (await world.Timeline.ReadAsync(special, CancellationToken.None)).Value[^1].Name!.In("en")
            .ShouldBe("Begin a special procedure");

        // A new one is under the new rules.
        var young = await world.OpenShopAsync();
        (young.Pack, world.DueOf(young, "acceptance")).ShouldBe((world.Packs.Hash, "2021-03-04"));
        (young.Limits["law"], young.Limits["promise"]).ShouldBe((Limit.WorkingDays(15), Limit.WorkingDays(7)));

        // Its cap runs out by the old rules too.
        world.At("2021-03-05T09:00");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(2);
        special = (await world.Cases.ReadAsync(special.Number, special.Clerk(), CancellationToken.None)).Value;
        special.Stage.ShouldBe("review");
        (await world.Cases.ReadAsync(waiting.Number, waiting.Clerk(), CancellationToken.None)).Value.Stage
            .ShouldBe("received");
    }

    [Fact]
    public async Task Over_two_upgrades_and_a_restart_every_case_still_finds_its_rules()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var first = await world.OpenShopAsync();
        await world.RestartAsync(Next);
        var second = await world.OpenShopAsync();
        await world.RestartAsync(CityWorld.Changed(("zhengzhou/items/food-business.yaml", _ => "")));
        await world.RestartAsync();
        world.Index.Count.ShouldBe(2);
        foreach (var state in new[] { first, second })
        {
            var accepted = (await world.GiveAsync(
                state, state.Clerk(), "application-form", "business-licence")).Value;
            accepted = await world.DoAsync(accepted, state.Clerk(), "accept");
            accepted.Clock("law")!.Limit.ShouldBe(state.Limits["law"]);
            accepted.Pack.ShouldBe(state.Pack);
        }

        first.Pack.ShouldNotBe(second.Pack);
        (await world.Store.RefoldAsync(CancellationToken.None)).Value.Different.ShouldBeEmpty();
    }
}
