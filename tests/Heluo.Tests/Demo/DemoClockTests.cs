using Heluo.Demo;
using Heluo.Kernel;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.Tests;

public sealed class DemoClockTests
{
    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 2, 13, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Time_never_runs_backwards()
    {
        var clock = new DemoClock(machine);
        clock.MoveTo(clock.Now() - Duration.Epsilon).Refusal!.Code.ShouldBe("demo.time_backwards");
        clock.Now().ShouldBe(machine.Now());
    }

    [Fact]
    public void One_move_has_a_limit()
    {
        var clock = new DemoClock(machine);
        clock.MoveTo(clock.Now() + Duration.FromDays(401)).Refusal!.Code.ShouldBe("demo.time_far");
        clock.MoveTo(clock.Now() + Duration.FromDays(400)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Wall_and_monotonic_time_move_together()
    {
        var clock = new DemoClock(machine);
        var (wall, ticks) = (clock.Now(), clock.GetTimestamp());
        clock.MoveTo(wall + Duration.FromDays(12)).IsRefused.ShouldBeFalse();
        machine.Advance(TimeSpan.FromHours(1));
        (clock.Now() - wall).ShouldBe(Duration.FromDays(12) + Duration.FromHours(1));
        clock.GetElapsedTime(ticks).ShouldBe(TimeSpan.FromDays(12) + TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_clock_that_stands_moves_only_when_moved_and_runs_on_from_there()
    {
        var clock = new DemoClock(machine);
        var then = clock.Now();
        clock.Stand();
        machine.Advance(TimeSpan.FromMinutes(7));
        clock.Now().ShouldBe(then);
        clock.MoveTo(then + Duration.FromDays(2)).IsRefused.ShouldBeFalse();
        machine.Advance(TimeSpan.FromMinutes(7));
        clock.Now().ShouldBe(then + Duration.FromDays(2));
        clock.Run();
        machine.Advance(TimeSpan.FromMinutes(7));
        clock.Now().ShouldBe(then + Duration.FromDays(2) + Duration.FromMinutes(7));
    }

    [Fact]
    public void A_move_rings_the_timers_it_jumps_over_and_no_other()
    {
        var clock = new DemoClock(machine);
        var rung = new List<string>();
        using var near = Timer(clock, () => rung.Add("near"), TimeSpan.FromDays(3));
        using var far = Timer(clock, () => rung.Add("far"), TimeSpan.FromDays(30));
        clock.MoveTo(clock.Now() + Duration.FromDays(12));
        machine.Advance(TimeSpan.Zero);
        rung.ShouldBe(["near"]);
        machine.Advance(TimeSpan.FromDays(18));
        rung.ShouldBe(["near", "far"]);
    }

    [Fact]
    public void A_periodic_timer_rings_once_for_a_long_move_and_then_as_before()
    {
        var clock = new DemoClock(machine);
        var rung = 0;
        using var timer = clock.CreateTimer(_ => rung++, state: null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        clock.MoveTo(clock.Now() + Duration.FromDays(12));
        machine.Advance(TimeSpan.Zero);
        rung.ShouldBe(1);
        machine.Advance(TimeSpan.FromHours(1));
        rung.ShouldBe(2);
    }

    [Fact]
    public void A_timer_further_than_the_machine_can_wait_still_rings_on_its_day()
    {
        var clock = new DemoClock(machine);
        var rung = 0;
        using var timer = Timer(clock, () => rung++, TimeSpan.FromDays(100));
        machine.Advance(TimeSpan.FromDays(99));
        rung.ShouldBe(0);
        machine.Advance(TimeSpan.FromDays(1));
        rung.ShouldBe(1);
    }

    [Fact]
    public void A_timer_put_away_rings_no_more()
    {
        var clock = new DemoClock(machine);
        var rung = 0;
        Timer(clock, () => rung++, TimeSpan.FromDays(1)).Dispose();
        clock.MoveTo(clock.Now() + Duration.FromDays(2));
        machine.Advance(TimeSpan.FromDays(2));
        rung.ShouldBe(0);
    }

    private static ITimer Timer(DemoClock clock, Action ring, TimeSpan after) =>
        clock.CreateTimer(_ => ring(), state: null, after, Timeout.InfiniteTimeSpan);
}
