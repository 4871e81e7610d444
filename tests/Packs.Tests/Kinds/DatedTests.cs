using CsCheck;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs.Tests;

public sealed class DatedTests
{
    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", 5)]
    [InlineData("2019-12-31", 5)]
    [InlineData("2020-01-01", 7)]
    [InlineData("2199-01-01", 7)]
    public void The_version_in_force_on_a_day_is_picked(string day, int? amount)
    {
        var fee = Read("""
            - {version: 2, effective: {from: 2020-01-01}, amount: 7}
            - {version: 1, effective: {from: 2019-01-01, to: 2020-01-01}, amount: 5}
            """).Set!.Get(Sample.Fees).Find("parking").ShouldNotBeNull();

        fee.On(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)?.Value.ShouldBe(amount!.Value);
        (fee.On(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value) is null).ShouldBe(amount is null);
    }

    [Fact]
    public void A_gap_between_versions_is_allowed_and_answers_nothing()
    {
        var fee = Read("""
            - {version: 1, effective: {from: 2019-01-01, to: 2019-06-01}, amount: 5}
            - {version: 2, effective: {from: 2020-01-01}, amount: 7}
            """).Set!.Get(Sample.Fees).Find("parking")!;

        fee.On(new LocalDate(2019, 8, 1)).ShouldBeNull();
        fee.Find(2)!.Value.ShouldBe(7);
        fee.Find(3).ShouldBeNull();
    }

    [Theory]
    [InlineData("1 2019-01-01 ..., 2 2020-01-01 ...", "pack.versions_overlap")]
    [InlineData("1 2019-01-01 2020-01-02, 2 2020-01-01 ...", "pack.versions_overlap")]
    [InlineData("1 2019-01-01 2020-01-01, 1 2020-01-01 ...", "pack.repeated")]
    [InlineData("0 2019-01-01 ...", "pack.out_of_range")]
    public void Versions_never_leave_a_day_in_doubt(string versions, string code)
    {
        var lines = versions.Split(", ").Select(version => version.Split(' ')).Select(words =>
            $"- {{version: {words[0]}, effective: {{from: {words[1]}, to: {words[2]}}}, amount: 5}}");

        Read(string.Join('\n', lines).Replace(", to: ...", "", StringComparison.Ordinal)).Faults.ShouldHaveSingleItem()
            .Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("- {version: 1, amount: 5}", "pack.missing_key")]
    [InlineData("- {version: 1, effective: {from: 2019-01-01}, amount: 5, replaces: true}", "pack.unknown_key")]
    [InlineData("[]", "pack.out_of_range")]
    public void A_version_has_its_number_its_period_and_its_own_keys(string versions, string code) =>
        Read(versions).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void An_overlap_names_both_versions_and_stands_at_the_later()
    {
        var fault = Read("""
            - {version: 1, effective: {from: 2019-01-01}, amount: 5}
            - {version: 2, effective: {from: 2020-01-01}, amount: 7}
            """).Faults.ShouldHaveSingleItem();

        fault.Line.ShouldBe(4);
        fault.Message.ShouldBe("Version 2 (from 2020-01-01) overlaps version 1 (from 2019-01-01).");
    }

    [Fact]
    public void Two_periods_overlap_when_some_day_lies_in_both()
    {
        var period =
            Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Bool).Select((from, length, open) => new EffectivePeriod(
            new LocalDate(2020, 1, 1).PlusDays(from),
            open ? null : new LocalDate(2020, 1, 1).PlusDays(from + length + 1)));

        Gen.Select(period, period).Sample((one, other) => one.Overlaps(other)
            == Enumerable.Range(0, 100).Any(day =>
                one.Contains(new LocalDate(2020, 1, 1).PlusDays(day))
                    && other.Contains(new LocalDate(2020, 1, 1).PlusDays(day))));
    }

    private static PackReading Read(string versions) => Sample.Check(
        ("fees/f.yaml", $"fee: parking\nversions:\n{string.Join(
            '\n', versions.Split('\n').Select(line => $"  {line}"))}"));
}
