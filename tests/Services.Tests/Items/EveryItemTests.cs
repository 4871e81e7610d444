using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.TestKit;
using NodaTime;
using Case = Heluo.Cases.Case;

namespace Heluo.Services.Tests.Items;

/// <summary>Drives every item of the city's pack from application to delivery, over its shortest and its longest way,
/// across Spring Festival. An item written tomorrow is driven tomorrow.</summary>
public class EveryItemTests
{
    private const string Opened = "2026-02-05T09:00";
    private const string Area = "410105001";
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static TheoryData<string> Items
    {
        get
        {
            var packs = CityWorld.Reader.Load(Repository.Pack("zhengzhou")).ToOutcome().Value;
            return [.. packs.Get(ItemKind.Kind).All
                .Where(item => item.On(new LocalDate(2026, 2, 5))?.Value.Procedure == "licensing")
                .Select(item => item.Id)];
        }
    }

    [Theory]
    [MemberData(nameof(Items))]
    public async Task An_item_goes_from_application_to_delivery_within_its_promise_on_every_way(string id)
    {
        await using var world = await CityWorld.AtAsync(Opened);
        var item = world.Packs.Get(ItemKind.Kind).Find(id)!.On(new LocalDate(2026, 2, 5))!.Value;
        var proof = ItemPath.Of(world.Packs, item, new LocalDate(2026, 2, 5))!;
        if (item.Kind == ItemKindOfCase.Instant)
        {
            await AtOnceAsync(world, item);
            return;
        }

        List<(decimal Days, Case State, ImmutableDictionary<string, JsonElement> Answers)> ways = [];
        foreach (var answers in Applying.Ways(world, item))
        {
            var state = await AcceptedAsync(world, item, answers);
            ways.Add((Planned(state, item), state, answers));
        }

        var (shortest, longest) = (ways.MinBy(way => way.Days), ways.MaxBy(way => way.Days));
        longest.Days.ShouldBe(proof.Longest.Days);
        shortest.Days.ShouldBe(proof.Shortest.Days);

        await DecideAsync(world, item, shortest.State, shortest.Days);
        await using var later = await CityWorld.AtAsync(Opened);
        await DecideAsync(later, item, await AcceptedAsync(later, item, longest.Answers), longest.Days);
    }

    private static async Task AtOnceAsync(CityWorld world, Item item)
    {
        foreach (var answers in Applying.Ways(world, item))
        {
            var state = await GivenAsync(world, item, answers);
            (await TryAsync(world, state, Officer("clerk", state), "accept")).Refusal!.Code.ShouldBe("case.instant");
            state = await DoAsync(world, state, Officer("clerk", state), "decide-at-once");
            state = await DoAsync(world, state, Officer("clerk", state), "deliver", ("method", "pickup"));
            (state.End, state.Marks["result"].GetString()).ShouldBe(("delivered", "approved"));
            world.Cases.Clocks(state).ShouldAllBe(clock => !clock.Due.Late);
        }
    }

    private static async Task DecideAsync(CityWorld world, Item item, Case state, decimal days)
    {
        var calendar = world.Cases.Rules(state).Calendar(state);
        var accepted = Day(state.Clock("promise")!.StartedAt, calendar);
        foreach (var (clock, limit) in new[] { ("promise", item.Promise), ("law", item.Law) })
        {
            world.Cases.Clocks(state).Single(one => one.Clock.Id == clock).Due.Date
                .ShouldBe(After(calendar, accepted, limit.Amount), clock);
        }

        while (state.Plan.Where(step => step.IsOpen(state.Plan)).MinBy(step => Ends(state, step)) is { } step)
        {
            MoveTo(world, calendar, accepted, Ends(state, step));
            state = (await world.Cases.PerformAsync(
                state.Number,
                new PerformAct("conclude-step", step.Id, CityWorld.Answers(
                    ("opinion", "agree"), ("reason", "in order")), state.Version),
                CityWorld.Officer(step.Role, step.Agency ?? state.Agency, Area[..6]), world.Command(), Ct)).Value;
        }

        state.Stage.ShouldBe("decision");
        MoveTo(world, calendar, accepted, days);
        state = await DoAsync(world, state, Officer("approver", state), "approve", ("reason", "in order"));
        world.Cases.Clocks(state).ShouldAllBe(clock => !clock.Due.Late);
        world.Cases.Clocks(state).Single(one => one.Clock.Id == "promise").Due.Elapsed.ShouldBe(decimal.Ceiling(days));
        state = await DoAsync(world, state, Officer("clerk", state), "deliver", ("method", "electronic"));
        (state.End, state.Marks["result"].GetString()).ShouldBe(("delivered", "approved"));
        state.Documents.Select(document => document.Template).ShouldBe(
            ["receipt", "acceptance-notice", "decision-approval", "delivery-slip"]);
    }

    private static async Task<Case> AcceptedAsync(
        CityWorld world, Item item, ImmutableDictionary<string, JsonElement> answers)
    {
        var state = await GivenAsync(world, item, answers);
        return await DoAsync(world, state, Officer("clerk", state), "accept");
    }

    private static async Task<Case> GivenAsync(
        CityWorld world, Item item, ImmutableDictionary<string, JsonElement> answers)
    {
        var state = (await world.Cases.OpenAsync(
            new OpenCase(Item.SubjectKind, item.Id, Area, answers, "web"), CityWorld.Resident(), world.Command(), Ct))
            .Value;
        return (await world.Cases.PerformAsync(
            state.Number,
            new PerformAct("add-papers", null, CityWorld.Answers(("note", "seen")), state.Version)
            {
                Papers = [.. item.Papers.Select(paper => new PaperGiven(paper.Id, paper.Id, Blob: null, "B"))],
            },
            Officer("clerk", state), world.Command(), Ct)).Value;
    }

    private static decimal Planned(Case state, Item item) =>
        state.Plan.Select(step => Ends(state, step)).DefaultIfEmpty(0).Max()
        + item.StageDays.GetValueOrDefault("decision");

    // A step begins when the last of those before it has ended.
    private static decimal Ends(Case state, PlannedStep step) => step.Days + step.After
        .Select(before => Ends(state, state.Plan.Single(one => one.Id == before))).DefaultIfEmpty(0).Max();

    private static void MoveTo(CityWorld world, WorkCalendar calendar, LocalDate accepted, decimal days) =>
        world.At($"{After(calendar, accepted, decimal.Ceiling(days)):uuuu-MM-dd}T16:00");

    private static LocalDate After(WorkCalendar calendar, LocalDate day, decimal days)
    {
        for (var counted = 0; counted < days;)
        {
            day = day.PlusDays(1);
            counted += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static LocalDate Day(Instant at, WorkCalendar calendar) => at.InZone(calendar.Zone).Date;

    private static Actor Officer(string role, Case state) => CityWorld.Officer(role, state.Agency, Area[..6]);

    private static Task<Outcome<Case>> TryAsync(
        CityWorld world, Case state, Actor by, string act, params (string, object)[] answers) =>
        world.Cases.PerformAsync(
            state.Number, new PerformAct(act, null, CityWorld.Answers(answers), state.Version), by, world.Command(),
            Ct);

    private static async Task<Case> DoAsync(
        CityWorld world, Case state, Actor by, string act, params (string, object)[] answers) =>
        (await TryAsync(world, state, by, act, answers)).Value;
}
