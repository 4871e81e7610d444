using CsCheck;
using NodaTime;

namespace Heluo.Kernel.Tests;

/// <summary>Every due date beside the one that is counted day by day or minute by minute.</summary>
public sealed class LimitOracleTests
{
    [Fact]
    public void Whole_days_are_due_where_counting_on_fingers_ends() =>
        Gen.Select(AnyCalendar.Data, AnyClock.WholeDays).Sample((data, asked) => Compare(data, asked), iter: 1_000);

    [Fact]
    public void Rolling_time_is_due_where_counting_minutes_ends() =>
        Gen.Select(AnyCalendar.Data, AnyClock.Rolling).Sample((data, asked) => Compare(data, asked), iter: 80);

    [Fact]
    public void Evidence_of_whole_days_adds_up_to_the_due_date() =>
        Gen.Select(AnyCalendar.Data, AnyClock.WholeDays).Sample(
            (data, asked) =>
            {
                var calendar = WorkCalendar.Build(data).Value;
                var due = asked.Clock.Due(calendar, asked.Now);
                var proof = asked.Clock.Explain(calendar, asked.Now);
                proof[0].Day.Date.ShouldBe(asked.Clock.Start.InZone(data.Zone).Date);
                proof[^1].Day.Date.ShouldBe(due.Date);
                var counted = proof.Where(day => day.Use == DayUse.Counted).ToList();
                counted.Select(day => day.Number).ShouldBe(Enumerable.Range(1, (int)due.Allowed));
                proof.ShouldAllBe(day => day.Use != DayUse.Paused || day.Pause != null);
                if (due.Unit == TimeUnit.WorkingDay)
                {
                    counted.ShouldAllBe(day => day.Day.IsWorking);
                }
            },
            iter: 500);

    [Fact]
    public void Evidence_of_rolling_time_adds_up_to_the_limit() =>
        Gen.Select(AnyCalendar.Data, AnyClock.Rolling).Sample(
            (data, asked) =>
            {
                var calendar = WorkCalendar.Build(data).Value;
                var due = asked.Clock.Due(calendar, asked.Now);
                var proof = asked.Clock.Explain(calendar, asked.Now);
                var spans = proof.SelectMany(day => day.Spans).ToList();
                var sum = spans.Aggregate(Duration.Zero, (total, span) => total + (span.To - span.From));
                var allowed = asked.Clock.AllowedTime(data.OfficeHours);
                sum.ShouldBe(allowed);
                proof[^1].Total.ShouldBe(allowed);
                spans.ShouldAllBe(span => span.To > span.From);
                spans.Zip(spans.Skip(1)).ShouldAllBe(pair => pair.First.To <= pair.Second.From);
                if (spans.Count > 0)
                {
                    spans[^1].To.ShouldBe(due.At);
                }
            },
            iter: 500);

    [Fact]
    public void More_time_is_never_due_earlier() =>
        Gen.Select(AnyCalendar.Data, Gen.OneOf(AnyClock.WholeDays, AnyClock.Rolling)).Sample(
            (data, asked) =>
            {
                var calendar = WorkCalendar.Build(data).Value;
                var limit = asked.Clock.Limit;
                var more = asked.Clock with { Limit = limit with { Amount = limit.Amount + 1 } };
                more.Due(calendar, asked.Now).At.ShouldBeGreaterThanOrEqualTo(asked.Clock.Due(calendar, asked.Now).At);
            },
            iter: 500);

    private static void Compare(CalendarData data, (LimitClock Clock, Instant Now) asked)
    {
        var (clock, now) = asked;
        var calendar = WorkCalendar.Build(data).Value;
        var until = clock.End ?? now;
        var slow = new SlowClock(clock, data, new SlowCalendar(data)) { Resumed = until };
        var due = clock.Due(calendar, now);
        due.At.ShouldBe(slow.Due()!.Value);

        var elapsed = slow.Elapsed(until);
        var unit = clock.Limit.Unit.IsWholeDays() ? 1 : slow.MinutesOf(clock.Limit.Unit);
        if (due.Allowed > 0 || !clock.Limit.Unit.IsWholeDays())
        {
            due.Elapsed.ShouldBe(decimal.Round(elapsed / unit, 6));
        }

        if (clock.Limit.Unit.IsWholeDays())
        {
            due.Date.ShouldBe(slow.LastDay()!.Value);
        }

        var latest = new SlowClock(clock, data, new SlowCalendar(data));
        due.RunsOutAt.ShouldBe(due.Paused ? latest.Due() : due.At);
    }
}
