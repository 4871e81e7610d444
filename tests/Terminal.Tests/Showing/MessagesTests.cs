using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services;
using Heluo.TestKit;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Tests.Gallery;
using Case = Heluo.Cases.Case;

namespace Heluo.Terminal.Tests.Showing;

public sealed class MessagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_reads_what_they_were_told_and_what_is_still_to_be_done()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var state = await ApplyAsync(world, CityWorld.Resident());
        world.At("2026-03-03T10:00");
        state = await DoAsync(world, state, "request-correction", ("points", new[] { "the plan" }));
        var told = await OfAsync(world, CityWorld.Resident());
        told.Select(one => one.Says).ShouldBe(["请补正材料", "申请已收到"]);
        told[0].Todo.ShouldBe("请在2026年4月15日 星期三前办理。");
        told[0].Paper!.Label.ShouldBe("一次性补正告知书");
        told[0].Case.Href.ShouldBe($"/my/cases/{state.Number}");
        told[1].Todo.ShouldBeNull();

        await world.Cases.PerformAsync(
            state.Number, new PerformAct("answer-correction", null, [], state.Version), CityWorld.Resident(),
            world.Command(), Ct);
        (await OfAsync(world, CityWorld.Resident())).ShouldAllBe(one => one.Todo == null, "it was done");
    }

    [Fact]
    public async Task What_somebody_else_was_told_is_not_shown()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        await ApplyAsync(world, CityWorld.Resident());
        (await OfAsync(world, CityWorld.Resident("person/li"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_cases_make_a_bounded_list()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        for (var at = 0; at < 25; at++)
        {
            await ApplyAsync(world, CityWorld.Resident());
        }

        (await OfAsync(world, CityWorld.Resident())).Count.ShouldBe(20, "of the cases that matter most");
    }

    private static async Task<IReadOnlyList<MessageView>> OfAsync(CityWorld world, Actor actor)
    {
        var rows = new CaseLists(world.Index).OfParty(actor);
        var urgent = Urgency.Of(rows, world.Cases, world.Directory);
        return await new Messages(world.Cases, world.Timeline).OfAsync(actor, urgent, rows, Drawing.Visit(), Ct);
    }

    private static async Task<Case> ApplyAsync(CityWorld world, Actor by) => (await world.Cases.OpenAsync(
        new OpenCase(Item.SubjectKind, "drainage-permit", "410105001", CityWorld.Answers(
            ("business_name", "Noodles"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "Zhang"),
            ("contact_phone", "13800000001"), ("premises", "Jingba Road 1"), ("drainer_kind", "catering"),
            ("daily_volume", 3), ("key_unit", false), ("delivery", "electronic")), "window"),
        by, world.Command(), Ct)).Value;

    private static async Task<Case> DoAsync(
        CityWorld world, Case state, string act, params (string, object)[] answers) =>
        (await world.Cases.PerformAsync(
            state.Number, new PerformAct(act, null, CityWorld.Answers(answers), state.Version),
            CityWorld.Officer("clerk", state.Agency, "410105"), world.Command(), Ct)).Value;
}
