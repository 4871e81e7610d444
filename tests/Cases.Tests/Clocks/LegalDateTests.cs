using Heluo.Kernel;
using Heluo.TestKit;
using NodaTime;

namespace Heluo.Cases.Tests.Clocks;

/// <summary>The dates of the law against a count made by hand, over holidays, worked weekends and an amended
/// notice.</summary>
public class LegalDateTests
{
    private static readonly SlowCount Slow = SlowCount.AsPublished;

    public static TheoryData<string, int, int> Specials => new()
    {
        // Begun, days told, working days until it is ended by hand; 0: it runs into its cap.
        { "2021-02-08T09:00", 10, 0 },
        { "2021-02-08T15:00", 10, 0 },
        { "2021-02-08T09:00", 10, 4 },
        { "2021-02-19T11:59", 1, 0 },
        { "2021-02-19T12:00", 1, 0 },
        { "2026-02-13T16:30", 5, 0 },
        { "2026-02-13T09:30", 3, 2 },
        { "2021-04-23T10:00", 2, 0 },
        { "2020-09-25T10:00", 3, 0 },
        { "2021-03-01T08:00", 60, 0 },
        { "2021-03-01T08:00", 60, 30 },
    };

    private static async Task<Case> AcceptedAsync(CityWorld world)
    {
        var state = await world.OpenShopAsync();
        state = (await world.GiveAsync(state, state.Clerk(), "application-form", "business-licence")).Value;
        return await world.DoAsync(state, state.Clerk(), "accept");
    }

    private static string Text(Instant at, CityWorld world) =>
        at.InZone(world.Packs.City!.Zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null);

    private static LocalDate Due(CityWorld world, Case state, string clock) =>
        SlowCount.Date(world.DueOf(state, clock));

    [Theory]
    [MemberData(nameof(Specials))]
    public async Task The_time_of_a_special_procedure_is_not_counted_and_its_cap_runs_out_by_itself(
        string begun, int days, int endedAfter)
    {
        await using var world = await CityWorld.AtAsync(begun);
        var state = await AcceptedAsync(world);
        state = await world.DoAsync(
            state, state.Reviewer(), "begin-special", ("kind", "appraisal"), ("days", days), ("reason", "x"));
        state.Clock("law")!.Paused.ShouldBeTrue();

        string ended;
        if (endedAfter > 0)
        {
            ended = $"{Slow.After(begun, endedAfter):uuuu-MM-dd}T16:00";
            world.At(ended);
            state = await world.DoAsync(state, state.Reviewer(), "end-special", ("outcome", "fine"));
        }
        else
        {
            var over = SlowCount.EndOf(Slow.CapFrom(begun, days));
            world.Clock.SetUtcNow((over - Duration.FromMilliseconds(1)).ToDateTimeOffset());
            (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
            world.Clock.SetUtcNow((over + Duration.FromHours(30)).ToDateTimeOffset());
            (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(1);
            (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
            ended = Text(over, world);
            state = (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value;
            state.Acts["special-over"].At.ShouldBe(over);
        }

        state.Stage.ShouldBe("review");
        state.Clock("law")!.Paused.ShouldBeFalse();
        foreach (var (clock, amount) in new[] { ("promise", 8), ("law", 20) })
        {
            Due(world, state, clock).ShouldBe(Slow.After(begun, amount, (begun, ended)), clock);
        }
    }

    [Theory]
    [InlineData("2021-02-08T09:00", "2021-02-09T10:00", "2021-02-22T15:00")]
    [InlineData("2021-02-08T09:00", "2021-02-09T15:00", "2021-02-22T09:00")]
    [InlineData("2026-02-12T09:00", "2026-02-13T16:30", "2026-02-28T09:00")]
    [InlineData("2020-09-24T10:00", "2020-09-25T11:00", "2020-10-10T11:00")]
    [InlineData("2021-03-01T09:00", "2021-03-01T10:00", "2021-03-01T11:00")]
    [InlineData("2021-03-01T09:00", "2021-03-01T14:00", "2021-03-01T15:00")]
    public async Task A_correction_pauses_the_time_to_accept(string received, string asked, string answered)
    {
        await using var world = await CityWorld.AtAsync(received);
        var state = await world.OpenShopAsync();
        Due(world, state, "acceptance").ShouldBe(Slow.After(received, 5));
        world.At(asked);
        state = await world.DoAsync(state, state.Clerk(), "request-correction", ("points", new[] { "a", "b", "c" }));
        Due(world, state, "correction").ShouldBe(Slow.After(asked, 30));
        world.At(answered);
        state = await world.DoAsync(state, CityWorld.Resident(), "answer-correction");
        Due(world, state, "acceptance").ShouldBe(Slow.After(received, 5, (asked, answered)));

        // Nothing is asked twice; silence from here on is acceptance, on the day counted and not a moment before.
        (await world.TryAsync(state, state.Clerk(), "request-correction", step: null, ("points", new[] { "d" })))
            .Refusal!.Code.ShouldBe("act.too_often");
        var over = SlowCount.EndOf(Slow.After(received, 5, (asked, answered)));
        world.Clock.SetUtcNow((over - Duration.FromMilliseconds(1)).ToDateTimeOffset());
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
        world.Clock.SetUtcNow(over.ToDateTimeOffset());
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(1);
        state = (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value;
        state.Acts["deem-accept"].At.ShouldBe(over);
        state.Clock("law")!.StartedAt.ShouldBe(state.OpenedAt);
        Due(world, state, "law").ShouldBe(Slow.After(received, 20));
    }

    [Fact]
    public async Task Every_fault_is_told_in_one_notice_and_what_it_held_is_kept()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        (await world.TryAsync(state, state.Clerk(), "request-correction", step: null)).Refusal!.Code
            .ShouldBe("act.answers");
        state = await world.DoAsync(state, state.Clerk(), "request-correction", ("points", new[] { "a", "b" }));
        state.Documents.Count(one => one.Template == "correction-notice").ShouldBe(1);
        var told = (await world.Timeline.ReadAsync(state, CancellationToken.None)).Value[^1].Told["points"];
        told.EnumerateArray().Select(point => point.GetString()).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("2021-01-25T10:00", 10)]
    [InlineData("2021-02-05T10:00", 1)]
    [InlineData("2026-02-10T10:00", 5)]
    public async Task The_head_of_the_agency_alone_extends_once_and_the_days_are_added(string accepted, int days)
    {
        await using var world = await CityWorld.AtAsync(accepted);
        var state = await AcceptedAsync(world);
        foreach (var nobody in new[] { state.Clerk(), state.Reviewer(), state.Approver(), CityWorld.Resident() })
        {
            (await world.TryAsync(state, nobody, "extend", step: null, ("days", days), ("reason", "x")))
                .Refusal!.Code.ShouldBe("act.not_yours");
        }

        (await world.TryAsync(state, state.Head(), "extend", step: null, ("days", days))).Refusal!.Code
            .ShouldBe("act.answers");
        (await world.TryAsync(state, state.Head(), "extend", step: null, ("days", 11), ("reason", "x"))).Refusal!.Code
            .ShouldBe("act.answers");
        state = await world.DoAsync(state, state.Head(), "extend", ("days", days), ("reason", "the season"));
        state.Documents.Count(one => one.Template == "extension-notice").ShouldBe(1);
        Due(world, state, "promise").ShouldBe(Slow.After(accepted, 8 + days));
        Due(world, state, "law").ShouldBe(Slow.After(accepted, 20 + days));
        (await world.TryAsync(state, state.Head(), "extend", step: null, ("days", 1), ("reason", "again")))
            .Refusal!.Code.ShouldBe("act.too_often");
    }

    /// <summary>Administrative Licensing Law, article 42: what has run out is not extended. A promise that was missed
    /// stays missed while the law's own limit is extended.</summary>
    [Fact]
    public async Task A_limit_is_extended_only_while_it_runs()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T10:00");
        var state = await AcceptedAsync(world);
        world.At("2026-03-20T10:00"); // eight working days were promised: until the 12th
        var extended = await world.DoAsync(state, state.Head(), "extend", ("days", 10), ("reason", "x"));
        Due(world, extended, "promise").ShouldBe(Slow.After("2026-03-02", 8));
        Due(world, extended, "law").ShouldBe(Slow.After("2026-03-02", 30));

        var other = await AcceptedAsync(world);
        world.At("2026-04-20T10:00"); // twenty are the law's: until 20 April, the day of Qingming left out
        (await world.TryAsync(other, other.Head(), "extend", step: null, ("days", 1), ("reason", "x"))).IsRefused
            .ShouldBeFalse();
        var late = await AcceptedAsync(world);
        world.At("2026-06-30T10:00");
        (await world.TryAsync(late, late.Head(), "extend", step: null, ("days", 1), ("reason", "x")))
            .Refusal!.Code.ShouldBe("case.limit_run_out");
    }

    [Fact]
    public async Task Two_special_procedures_and_an_extension_add_up()
    {
        await using var world = await CityWorld.AtAsync("2021-01-25T09:00");
        var state = await AcceptedAsync(world);
        foreach (var (from, to) in new[]
            { ("2021-01-27T09:00", "2021-02-02T15:00"), ("2021-02-05T15:00", "2021-02-22T09:00") })
        {
            world.At(from);
            state = await world.DoAsync(
                state, state.Reviewer(), "begin-special", ("kind", "testing"), ("days", 30), ("reason", "x"));
            world.At(to);
            state = await world.DoAsync(state, state.Reviewer(), "end-special", ("outcome", "fine"));
        }

        state = await world.DoAsync(state, state.Head(), "extend", ("days", 3), ("reason", "x"));
        Due(world, state, "law").ShouldBe(Slow.After(
            "2021-01-25", 23, ("2021-01-27T09:00", "2021-02-02T15:00"), ("2021-02-05T15:00", "2021-02-22T09:00")));
        world.Cases.Rules(state).Calendar(state).ShouldNotBeNull();
        var proof = state.Clock("law")!.Explain(world.Cases.Rules(state).Calendar(state), world.Clock.Now());
        proof.Count(day => day.Use == DayUse.Counted).ShouldBe(23);
    }

    [Fact]
    public async Task A_hearing_takes_at_most_twenty_days()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await AcceptedAsync(world);
        (await world.TryAsync(state, state.Reviewer(), "begin-special", step: null,
            ("kind", "hearing"), ("days", 21), ("reason", "x"))).Refusal!.Code.ShouldBe("case.hearing_days");
        (await world.TryAsync(state, state.Reviewer(), "begin-special", step: null,
            ("kind", "hearing"), ("days", 2.5), ("reason", "x"))).IsRefused.ShouldBeTrue();
        state = await world.DoAsync(
            state, state.Reviewer(), "begin-special", ("kind", "hearing"), ("days", 20), ("reason", "x"));
        state.Clock("law")!.Pauses.Single().CapDays.ShouldBe(20);
    }

    [Fact]
    public async Task A_holiday_made_longer_after_the_case_began_moves_its_dates_and_its_timer()
    {
        var before = CityWorld.Changed(("china/calendar/2020.yaml", text => text[..text.IndexOf(
            "  - id: cn-2020-2", StringComparison.Ordinal)]));
        await using var world = await CityWorld.AtAsync("2020-01-22T10:00", before);
        var state = await world.OpenShopAsync();
        Due(world, state, "acceptance").ShouldBe(SlowCount.BeforeTheLongerHoliday.After("2020-01-22", 5));
        world.DueOf(state, "acceptance").ShouldBe("2020-02-04");

        world.At("2020-01-28T09:00");
        await world.RestartAsync(CityWorld.Changed());
        state = (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value;
        Due(world, state, "acceptance").ShouldBe(Slow.After("2020-01-22", 5));
        world.At("2020-02-05T09:00");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
        world.At("2020-02-07T00:00");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(1);
    }
}
