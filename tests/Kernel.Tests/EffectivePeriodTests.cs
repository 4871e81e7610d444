using CsCheck;
using NodaTime;

namespace Heluo.Kernel.Tests;

public sealed class EffectivePeriodTests
{
    private static readonly LocalDate Origin = new(2020, 1, 1);

    private static readonly Gen<EffectivePeriod> Periods =
        from start in Gen.Int[0, 20]
        from length in Gen.Int[-1, 10]
        select new EffectivePeriod(Origin.PlusDays(start), length < 0 ? null : Origin.PlusDays(start + length));

    [Fact]
    public void The_end_is_the_first_day_out_of_force()
    {
        var period = new EffectivePeriod(TestCalendars.Day("2020-01-01"), TestCalendars.Day("2026-03-01"));
        period.Contains(TestCalendars.Day("2019-12-31")).ShouldBeFalse();
        period.Contains(TestCalendars.Day("2020-01-01")).ShouldBeTrue();
        period.Contains(TestCalendars.Day("2026-02-28")).ShouldBeTrue();
        period.Contains(TestCalendars.Day("2026-03-01")).ShouldBeFalse();
        EffectivePeriod.Always.Contains(LocalDate.MaxIsoValue).ShouldBeTrue();
    }

    [Fact]
    public void Two_periods_overlap_when_some_day_lies_in_both() =>
        Gen.Select(Periods, Periods).Sample((one, other) =>
        {
            if (one.To > one.From && other.To > other.From)
            {
                var both = Enumerable.Range(-1, 40).Select(d => Origin.PlusDays(d))
                    .Any(day => one.Contains(day) && other.Contains(day));
                one.Overlaps(other).ShouldBe(both);
                other.Overlaps(one).ShouldBe(both);
            }
        });

    [Fact]
    public void A_period_says_its_days() =>
        new EffectivePeriod(Origin, Origin.PlusDays(1)).ToString().ShouldBe("2020-01-01 to 2020-01-02 (exclusive)");
}
