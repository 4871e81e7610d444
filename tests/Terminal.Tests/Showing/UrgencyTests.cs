using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services;
using Heluo.TestKit;
using Heluo.Terminal.Showing;
using Case = Heluo.Cases.Case;

namespace Heluo.Terminal.Tests.Showing;

public sealed class UrgencyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_late_comes_first_then_what_waits_for_the_person_then_what_is_due_next()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var late = await ReportAsync(world);
        world.At("2026-03-03T09:00");
        var longer = await ApplyAsync(world);
        var waits = await ApplyAsync(world);
        waits = await AskAsync(world, waits);
        world.At("2026-03-04T09:00");
        var sooner = await ReportAsync(world);
        var rows = new CaseLists(world.Index).OfParty(CityWorld.Resident());
        rows[^1].Number.ShouldBe(late.Number, "the oldest is what would stand last");
        var urgent = Urgency.Of(rows, world.Cases, world.Directory);
        urgent.Select(one => one.Row.Number)
            .ShouldBe([late.Number, waits.Number, sooner.Number, longer.Number]);
        urgent.Select(one => (one.Late, one.Waits))
            .ShouldBe([(true, false), (false, true), (false, false), (false, false)]);
    }

    [Fact]
    public async Task What_has_ended_is_not_urgent()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var state = await ApplyAsync(world);
        (await world.Cases.PerformAsync(
            state.Number, new PerformAct("withdraw", null, [], state.Version), CityWorld.Resident(), world.Command(),
            Ct)).IsRefused.ShouldBeFalse();
        Urgency.Of(new CaseLists(world.Index).OfParty(CityWorld.Resident()), world.Cases, world.Directory)
            .ShouldBeEmpty();
    }

    private static async Task<Case> ReportAsync(CityWorld world) => (await world.Cases.OpenAsync(
        new OpenCase("incident", "exposed-rubbish", "410105001", CityWorld.Answers(
            ("place", "Jingba Road 1"), ("setting", "street")), "web"),
        CityWorld.Resident(), world.Command(), Ct)).Value;

    private static async Task<Case> ApplyAsync(CityWorld world) => (await world.Cases.OpenAsync(
        new OpenCase(Item.SubjectKind, "drainage-permit", "410105001", CityWorld.Answers(
            ("business_name", "Noodles"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "Zhang"),
            ("contact_phone", "13800000001"), ("premises", "Jingba Road 1"), ("drainer_kind", "catering"),
            ("daily_volume", 3), ("key_unit", false), ("delivery", "electronic")), "window"),
        CityWorld.Resident(), world.Command(), Ct)).Value;

    private static async Task<Case> AskAsync(CityWorld world, Case state) => (await world.Cases.PerformAsync(
        state.Number,
        new PerformAct("request-correction", null, CityWorld.Answers(("points", new[] { "the plan" })), state.Version),
        CityWorld.Officer("clerk", state.Agency, "410105"), world.Command(), Ct)).Value;
}
