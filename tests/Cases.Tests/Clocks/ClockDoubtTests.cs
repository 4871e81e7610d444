using Heluo.Kernel;
using Heluo.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Heluo.Cases.Tests.Clocks;

public class ClockDoubtTests
{
    private static readonly Instant Start = Instant.FromUtc(2021, 3, 1, 1, 0);

    [Theory]
    [InlineData(59)]
    [InlineData(-59)]
    public void A_small_step_is_believed(int minutes)
    {
        var clock = new StepClock(Start);
        var doubt = new ClockDoubt(clock);
        clock.Step(Duration.FromMinutes(minutes));
        doubt.IsInDoubt.ShouldBeFalse();
    }

    [Theory]
    [InlineData(61)]
    [InlineData(-61)]
    [InlineData(60 * 24 * 400)]
    [InlineData(-60 * 24 * 400)]
    public void A_jump_either_way_is_doubted_until_somebody_confirms_also_when_it_jumps_back(int minutes)
    {
        var clock = new StepClock(Start);
        var doubt = new ClockDoubt(clock);
        clock.Step(Duration.FromMinutes(minutes));
        doubt.Reason.ShouldBe(DoubtReason.Jumped);
        clock.Step(Duration.FromMinutes(-minutes));
        doubt.IsInDoubt.ShouldBeTrue();
        doubt.Confirm();
        doubt.IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public void Many_small_steps_are_as_wrong_as_a_large_one()
    {
        var clock = new StepClock(Start);
        var doubt = new ClockDoubt(clock);
        for (var i = 0; i < 3; i++)
        {
            clock.Pass(Duration.FromSeconds(1));
            clock.Step(Duration.FromMinutes(25));
            doubt.IsInDoubt.ShouldBe(i == 2);
        }
    }

    [Fact]
    public void Time_that_passes_is_no_jump()
    {
        var clock = new StepClock(Start);
        var doubt = new ClockDoubt(clock);
        clock.Pass(Duration.FromDays(90));
        doubt.IsInDoubt.ShouldBeFalse();
    }

    [Theory]
    [InlineData(24 * 60, false)]
    [InlineData((24 * 60) + 1, true)]
    [InlineData(-60, false)]
    [InlineData(-61, true)]
    public void Over_a_restart_a_day_later_is_believed_and_an_hour_earlier_is_not(int minutes, bool doubted)
    {
        var doubt = new ClockDoubt(new StepClock(Start + Duration.FromMinutes(minutes)), Start);
        doubt.Reason.ShouldBe(doubted ? DoubtReason.FarFromLastSeen : null);
    }

    [Fact]
    public async Task While_the_clock_is_in_doubt_nothing_is_deemed_accepted_by_watch_or_by_act()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        var clock = new StepClock(world.Clock.Now());
        var doubt = new ClockDoubt(clock);
        clock.Step(Duration.FromDays(30));
        world.Clock.SetUtcNow(clock.GetUtcNow());
        using var watch = new TimerWatch(
            world.Index, world.Cases, world.Clock, doubt, NullLogger<TimerWatch>.Instance);
        (await watch.FireAsync(CancellationToken.None)).ShouldBe(0);

        var cases = new CaseDesk(
            world.Desk, world.Store, world.Index, world.Rules, new Ids(world.Clock), world.Clock, doubt);
        state = (await cases.PerformAsync(
            state.Number,
            new PerformAct("add-papers", null, CityWorld.Answers(("note", "x")), state.Version),
            state.Clerk(), world.Command(), CancellationToken.None)).Value;
        (state.Stage, state.Count("deem-accept")).ShouldBe(("received", 0));

        doubt.Confirm();
        (await watch.FireAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_jump_in_the_middle_of_a_batch_stops_the_rest_of_it()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        for (var i = 0; i < 3; i++)
        {
            await world.OpenShopAsync();
        }

        world.At("2021-03-10T09:00");
        var clock = new StepClock(world.Clock.Now()) { JumpAtReading = 4 };
        using var watch = new TimerWatch(
            world.Index, world.Cases, world.Clock, new ClockDoubt(clock), NullLogger<TimerWatch>.Instance);
        (await watch.FireAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task The_moment_last_seen_is_kept_and_a_doubt_outlives_restarts_until_it_is_confirmed()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        world.Store.SeenAt().ShouldBeNull();
        await world.OpenShopAsync();
        world.Store.SeenAt().ShouldBe(world.Clock.Now());
        (await world.Store.NoteTimeAsync(world.Clock.Now())).ShouldBeNull();
        var seen = world.Clock.Now();

        world.At("2021-03-20T09:00");
        for (var life = 0; life < 3; life++)
        {
            await world.RestartAsync();
            world.Store.SeenAt().ShouldBe(seen);
            new ClockDoubt(world.Clock, world.Store.SeenAt()).IsInDoubt.ShouldBeTrue();

            // What is done meanwhile does not make the clock any righter.
            await world.OpenShopAsync();
        }

        var doubt = new ClockDoubt(world.Clock, world.Store.SeenAt());
        var administrator = new Actor("officer/root", ActorKind.Administrator, []);
        var said = (await ClockHttp.SayAsync(
            world.Desk, world.Store, doubt, world.Clock, administrator, "word-1", CancellationToken.None)).Value;
        (said.By, said.ConfirmedAt, doubt.IsInDoubt).ShouldBe(("officer/root", world.Clock.Now(), false));
        await world.RestartAsync();
        new ClockDoubt(world.Clock, world.Store.SeenAt()).IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public async Task A_confirmation_sent_twice_says_nothing_about_a_later_doubt()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var clock = new StepClock(world.Clock.Now());
        var doubt = new ClockDoubt(clock);
        var administrator = new Actor("officer/root", ActorKind.Administrator, []);
        Task Say() => ClockHttp.SayAsync(
            world.Desk, world.Store, doubt, world.Clock, administrator, "the-same", CancellationToken.None);
        await Say();
        world.Store.Head.ShouldBe(0);
        clock.Step(Duration.FromHours(3));
        await Say();
        doubt.IsInDoubt.ShouldBeFalse();
        clock.Step(Duration.FromHours(3));
        await Say();
        doubt.IsInDoubt.ShouldBeTrue();
    }

    /// <summary>A clock whose wall and monotonic time can part.</summary>
    private sealed class StepClock(Instant wall) : TimeProvider
    {
        private Instant wall = wall;
        private long ticks;
        private int readings;

        public int JumpAtReading { get; init; } = int.MaxValue;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Step(Duration by) => wall += by;

        public void Pass(Duration time)
        {
            wall += time;
            ticks += time.BclCompatibleTicks;
        }

        public override DateTimeOffset GetUtcNow() =>
            (++readings >= JumpAtReading ? wall + Duration.FromHours(5) : wall).ToDateTimeOffset();

        public override long GetTimestamp() => ticks;
    }
}
