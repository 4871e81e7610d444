using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class CommandTests
{
    [Fact]
    public async Task A_stale_version_is_refused_and_nothing_changes()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        var newer = await world.DoAsync(state, state.Clerk(), "add-papers", ("note", "x"));
        (await world.TryAsync(
            state, state.Clerk(), "add-papers", step: null, ("note", "y"))).Refusal!.Code.ShouldBe("case.changed");
        (await world.Cases.ReadAsync(
            state.Number, state.Clerk(), CancellationToken.None)).Value.Version.ShouldBe(newer.Version);
    }

    [Fact]
    public async Task A_repeated_command_gets_its_first_answer_even_after_a_restart()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var open = new OpenCase("incident", "exposed-rubbish", Steps.Street, CityWorld.Answers(
            ("setting", "street"), ("place", "A")), "api");
        var first =
            (await world.Cases.OpenAsync(open, CityWorld.Resident(), "the-same-id", CancellationToken.None)).Value;
        var again =
            (await world.Cases.OpenAsync(open, CityWorld.Resident(), "the-same-id", CancellationToken.None)).Value;
        again.Number.ShouldBe(first.Number);
        await world.RestartAsync();
        (await world.Cases.OpenAsync(open, CityWorld.Resident(), "the-same-id", CancellationToken.None)).Value
            .Number.ShouldBe(first.Number);
        world.Index.Count.ShouldBe(1);
        (await world.Cases.OpenAsync(
            open with { Area = "410105002" }, CityWorld.Resident(), "the-same-id", CancellationToken.None))
            .Refusal!.Code.ShouldBe("command.reused");
    }

    [Fact]
    public async Task Numbers_are_given_once_and_without_gaps_under_load()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var opened = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            world.OpenAsync("incident", "exposed-rubbish", by: null, ("setting", "street"), ("place", "A")))));
        opened.Select(one => one.Value.Number).Order().ShouldBe(
            Enumerable.Range(1, 200).Select(i => $"SJ-410105-20210301-{i:D4}"));
    }

    [Fact]
    public async Task Every_fault_of_the_answers_is_told_at_once()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var refusal = (await world.OpenAsync(
            "item", "food-business", by: null, ("credit_code", "91410100TTTTTT0113"), ("area", -1), ("nonsense", 1),
            ("business_kind", "circus"))).Refusal!;
        refusal.Code.ShouldBe("act.answers");
        refusal.Faults.Select(fault => fault.Field).ShouldBe(
        [
            "business_name", "responsible_person", "contact_phone", "premises", "business_kind", "credit_code", "area",
            "online_sales", "self_owned", "delivery", "nonsense",
        ], ignoreOrder: true);
        world.Index.Count.ShouldBe(0);
    }

    [Fact]
    public async Task After_a_restart_inbox_and_timers_are_as_before()
    {
        await using var world = await CityWorld.AtAsync("2021-02-08T09:00");
        var state = await world.OpenShopAsync();
        var before = Inbox.Of(world.Index, state.Clerk()).Select(row => (row.Case.Number, row.Case.DueAt)).ToArray();
        await world.RestartAsync();
        Inbox.Of(world.Index, state.Clerk()).Select(row => (row.Case.Number, row.Case.DueAt)).ShouldBe(before);
        world.At("2021-02-23T11:00");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(1);
    }
}
