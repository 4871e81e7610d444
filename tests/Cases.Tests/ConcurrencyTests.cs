using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Storage;
using Heluo.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Cases.Tests;

/// <summary>Many at once, the same again, and too late.</summary>
public class ConcurrencyTests
{
    private static async Task<Case> ReadyAsync(CityWorld world)
    {
        var state = await world.OpenShopAsync();
        return (await world.GiveAsync(state, state.Clerk(), "application-form", "business-licence")).Value;
    }

    [Fact]
    public async Task Of_many_acts_on_one_version_exactly_one_wins_and_nothing_is_half_written()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        for (var round = 0; round < 5; round++)
        {
            var state = await ReadyAsync(world);
            var head = world.Store.Head;
            string[] acts = ["accept", "refuse-acceptance", "request-correction", "add-papers"];
            var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => acts[i % 4] switch
            {
                "refuse-acceptance" => world.TryAsync(
                    state, state.Clerk(), "refuse-acceptance", null, ("ground", "not-eligible"), ("reason", "x")),
                "request-correction" => world.TryAsync(
                    state, state.Clerk(), "request-correction", null, ("points", new[] { "x" })),
                "add-papers" => world.TryAsync(state, state.Clerk(), "add-papers", null, ("note", "x")),
                var act => world.TryAsync(state, state.Clerk(), act, null),
            })));
            answers.Count(answer => !answer.IsRefused).ShouldBe(1);
            answers.Where(answer => answer.IsRefused).ShouldAllBe(answer => answer.Refusal!.Code == "case.changed");
            var won = answers.Single(answer => !answer.IsRefused).Value;
            won.Version.ShouldBe(state.Version + 1);
            world.Store.Head.ShouldBe(head + 1 + (won.Documents.Length - state.Documents.Length));
        }

        (await world.Store.RefoldAsync(CancellationToken.None)).Value.Different.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_desks_that_know_nothing_of_each_other_are_kept_apart_by_the_store()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        using var desk = new Desk(world.Store, world.Clock, Contexts.None.With(world.Directory).With(world.Rules));
        var other = new CaseDesk(
            desk, world.Store, world.Index, world.Rules, new Ids(world.Clock), world.Clock, world.Doubt);
        for (var round = 0; round < 20; round++)
        {
            var state = await ReadyAsync(world);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
                (i % 2 == 0 ? world.Cases : other).PerformAsync(
                    state.Number, new PerformAct("accept", null, [], state.Version), state.Clerk(), world.Command(),
                    CancellationToken.None))));
            answers.Count(answer => !answer.IsRefused).ShouldBe(1);
            answers.Where(answer => answer.IsRefused).ShouldAllBe(answer => answer.Refusal!.Code == "case.changed");
        }
    }

    [Fact]
    public async Task A_repeated_act_gets_its_first_answer_however_far_the_case_has_gone_and_after_a_restart()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await ReadyAsync(world);
        var accept = new PerformAct("accept", null, [], state.Version);
        var first = (await world.Cases.PerformAsync(
            state.Number, accept, state.Clerk(), "accept-1", CancellationToken.None)).Value;
        await world.DoStepAsync(
            first, first.Reviewer(), "conclude-step", "check-papers", ("opinion", "agree"), ("reason", "ok"));
        var head = world.Store.Head;
        for (var life = 0; life < 2; life++)
        {
            var again = (await world.Cases.PerformAsync(
                state.Number, accept, state.Clerk(), "accept-1", CancellationToken.None)).Value;
            (again.Stage, again.Version).ShouldBe((first.Stage, first.Version));
            again.Documents[^1].Id.ShouldBe(first.Documents[^1].Id);
            await world.RestartAsync();
        }

        world.Store.Head.ShouldBe(head);
        world.Clock.Advance(TimeSpan.FromHours(49));
        await world.RestartAsync();
        (await world.Cases.PerformAsync(state.Number, accept, state.Clerk(), "accept-1", CancellationToken.None))
            .Refusal!.Code.ShouldBe("command.expired");
    }

    [Fact]
    public async Task An_opening_sent_again_after_two_days_is_expired_and_opens_nothing()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var open = new OpenCase("incident", "exposed-rubbish", Steps.Street, CityWorld.Answers(
            ("setting", "street"), ("place", "A")), "api");
        foreach (var command in new[] { "my-own-key-0001", new Ids(world.Clock).Next() })
        {
            (await world.Cases.OpenAsync(open, CityWorld.Resident(), command, CancellationToken.None)).IsRefused
                .ShouldBeFalse();
        }

        var ids = (await world.Store.ReadLogAsync(1)).Value.Select(fact => fact.Stamp.Command).Distinct().ToArray();
        world.Clock.Advance(TimeSpan.FromHours(49));
        await world.RestartAsync();
        foreach (var command in ids)
        {
            (await world.Cases.OpenAsync(open, CityWorld.Resident(), command, CancellationToken.None))
                .Refusal!.Code.ShouldBe("command.expired");
        }

        world.Index.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_assignment_sent_again_is_the_same_though_the_officers_duties_have_changed()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await ReadyAsync(world);
        var request = new AssignCase(null, "officer/wang", "leave", state.Version, state.Clerk().Duties);
        var first = (await world.Cases.AssignAsync(
            state.Number, request, state.Clerk(), "assign-1", CancellationToken.None)).Value;
        (await world.Cases.AssignAsync(
            state.Number, request with { OfficerDuties = [] }, state.Clerk(), "assign-1", CancellationToken.None))
            .Value.Version.ShouldBe(first.Version);
    }

    [Fact]
    public async Task An_opening_sent_again_gets_its_first_answer_though_its_subject_is_gone()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var open = new OpenCase("incident", "exposed-rubbish", Steps.Street, CityWorld.Answers(
            ("setting", "street"), ("place", "A")), "api");
        var first = (await world.Cases.OpenAsync(open, CityWorld.Resident(), "open-1", CancellationToken.None)).Value;
        await world.RestartAsync(CityWorld.Changed(("zhengzhou/incidents/exposed-rubbish.yaml", _ => "")));
        (await world.Cases.OpenAsync(open, CityWorld.Resident(), "open-1", CancellationToken.None)).Value.Number
            .ShouldBe(first.Number);
        (await world.Cases.OpenAsync(open, CityWorld.Resident(), "open-2", CancellationToken.None)).Refusal!.Code
            .ShouldBe("case.no_subject");
    }

    [Fact]
    public async Task A_case_can_be_paused_until_its_clock_holds_no_more_and_the_lists_stay_whole()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.DoAsync(await ReadyAsync(world), CityWorld.Officer("clerk"), "accept");
        string? refused = null;
        for (var i = 0; refused is null && i < 100; i++)
        {
            var begun = await world.TryAsync(state, state.Reviewer(), "begin-special", null,
                ("kind", "testing"), ("days", 1), ("reason", "x"));
            refused = begun.Refusal?.Code;
            state = refused is null
                ? await world.DoAsync(begun.Value, state.Reviewer(), "end-special", ("outcome", "x"))
                : state;
        }

        refused.ShouldBe("act.rule");
        state.Clock("law")!.Pauses.Length.ShouldBe(LimitClock.MaxPauses);
        world.Store.Health.Ready.ShouldBeTrue();
        await world.RestartAsync();
        world.Index.Count.ShouldBe(1);
    }
}
