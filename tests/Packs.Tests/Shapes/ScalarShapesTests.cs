using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs.Tests;

public sealed class ScalarShapesTests
{
    [Theory]
    [InlineData("Food", "pack.bad_id")]
    [InlineData("food_business", "pack.bad_id")]
    [InlineData("food-", "pack.bad_id")]
    [InlineData("-food", "pack.bad_id")]
    [InlineData("food--business", "pack.bad_id")]
    [InlineData("1food", "pack.bad_id")]
    [InlineData("../etc/passwd", "pack.bad_id")]
    [InlineData("食品", "pack.bad_id")]
    [InlineData("\"a\\nb\"", "pack.line_break")]
    [InlineData("12", "pack.wrong_type")]
    [InlineData("true", "pack.wrong_type")]
    [InlineData("- ~", "pack.wrong_type")]
    [InlineData("[a]", "pack.wrong_type")]
    [InlineData("{a: b}", "pack.wrong_type")]
    [InlineData("\"\"", "pack.blank")]
    [InlineData("\" food\"", "pack.blank")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890", "pack.too_long")]
    public void An_id_is_kebab_case(string yaml, string code) => Shapes.Id.Read(yaml).Codes.ShouldBe([code]);

    [Theory]
    [InlineData("food")]
    [InlineData("food-business-2")]
    [InlineData("x")]
    public void A_kebab_case_id_is_taken_as_it_stands(string id) => Shapes.Id.Read(id).ShouldSatisfyAllConditions(
        read => read.Value.ShouldBe(id),
        read => read.Codes.ShouldBeEmpty());

    [Fact]
    public void A_number_where_a_text_stands_is_told_to_take_quotes()
    {
        var fault = Shapes.Text(20).ReadAll("0102").Faults.ShouldHaveSingleItem();

        fault.Message.ShouldBe("Here stands a text: write \"0102\" in quotes, or YAML reads a number.");
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("0", 0)]
    [InlineData("10", 10)]
    public void A_whole_number_within_its_range_is_read(string yaml, int value) =>
        Shapes.Int(0, 10).Read(yaml).Value.ShouldBe(value);

    [Theory]
    [InlineData("-1", "pack.out_of_range")]
    [InlineData("11", "pack.out_of_range")]
    [InlineData("1.5", "pack.out_of_range")]
    [InlineData("1e1", "pack.out_of_range")]
    [InlineData("0x5", "pack.out_of_range")]
    [InlineData("99999999999999999999999999", "pack.out_of_range")]
    [InlineData("\"5\"", "pack.wrong_type")]
    [InlineData("five", "pack.wrong_type")]
    public void A_whole_number_is_written_plainly_and_within_its_range(string yaml, string code) =>
        Shapes.Int(0, 10).Read(yaml).Codes.ShouldBe([code]);

    [Theory]
    [InlineData("0.25", "")]
    [InlineData("100", "")]
    [InlineData("100.001", "pack.out_of_range")]
    [InlineData(".inf", "pack.out_of_range")]
    [InlineData(".nan", "pack.out_of_range")]
    [InlineData("1e400", "pack.out_of_range")]
    public void A_decimal_number_is_finite_and_within_its_range(string yaml, string code) =>
        string.Join(',', Shapes.Decimal(0, 100).Read(yaml).Codes).ShouldBe(code);

    [Theory]
    [InlineData("true", true, "")]
    [InlineData("false", false, "")]
    [InlineData("yes", false, "pack.wrong_type")]
    [InlineData("True", false, "pack.wrong_type")]
    [InlineData("\"true\"", false, "pack.wrong_type")]
    [InlineData("1", false, "pack.wrong_type")]
    public void A_boolean_is_true_or_false_and_nothing_like_it(string yaml, bool value, string code)
    {
        var read = Shapes.Bool.Read(yaml);

        read.Value.ShouldBe(value);
        string.Join(',', read.Codes).ShouldBe(code);
    }

    [Theory]
    [InlineData("2021-02-29", "pack.bad_date")]
    [InlineData("2021-2-3", "pack.bad_date")]
    [InlineData("03.02.2021", "pack.bad_date")]
    [InlineData("1899-12-31", "pack.bad_date")]
    [InlineData("2200-01-01", "pack.bad_date")]
    [InlineData("2021-01-04T10:00", "pack.bad_date")]
    [InlineData("20210104", "pack.wrong_type")]
    public void A_day_must_exist(string yaml, string code) => Shapes.Date.Read(yaml).Codes.ShouldBe([code]);

    [Fact]
    public void A_day_is_iso() => Shapes.Date.Read("2021-01-04").Value.ShouldBe(new LocalDate(2021, 1, 4));

    [Theory]
    [InlineData("08:30", "")]
    [InlineData("24:00", "pack.bad_text")]
    [InlineData("8:30", "pack.bad_text")]
    public void A_time_is_to_the_minute(string yaml, string code) =>
        string.Join(',', Shapes.Time.Read(yaml).Codes).ShouldBe(code);

    [Fact]
    public void A_member_is_written_in_kebab_case()
    {
        Shapes.Enum<TimeFamily>().Read("working-days").Value.ShouldBe(TimeFamily.WorkingDays);
        Shapes.Enum<TimeFamily>().Read("WorkingDays").Codes.ShouldBe(["pack.unknown_value"]);
        Shapes.Enum<TimeFamily>().Read("0").Codes.ShouldBe(["pack.wrong_type"]);
    }

    [Theory]
    [InlineData("\"41\"", "")]
    [InlineData("\"410105\"", "")]
    [InlineData("\"410105001\"", "")]
    [InlineData("\"41010\"", "pack.bad_division")]
    [InlineData("\"41010x\"", "pack.bad_division")]
    [InlineData("410105", "pack.wrong_type")]
    public void A_division_code_has_whole_levels(string yaml, string code) =>
        string.Join(',', Shapes.DivisionCode.Read(yaml).Codes).ShouldBe(code);

    [Fact]
    public void A_limit_is_an_amount_and_its_unit()
    {
        Shapes.Limit.Read("{amount: 20, unit: working-day}").Value.ShouldBe(Limit.WorkingDays(20));
        Shapes.Limit.Read("{amount: 0.25, unit: urgent-hour}").Value.ShouldBe(new Limit(0.25m, TimeUnit.UrgentHour));
    }

    [Theory]
    [InlineData("{amount: 1.5, unit: working-day}", "limit.whole_days")]
    [InlineData("{amount: 99999, unit: working-day}", "pack.out_of_range,limit.amount")]
    [InlineData("{amount: 5000, unit: working-day}", "limit.amount")]
    [InlineData("{amount: -1, unit: working-day}", "pack.out_of_range")]
    [InlineData("{amount: 5, unit: days}", "pack.unknown_value")]
    [InlineData("{amount: 5}", "pack.missing_key")]
    [InlineData("{amount: 5, unit: working-day, calendar: cn}", "pack.unknown_key")]
    [InlineData("5", "pack.wrong_type")]
    public void A_limit_says_its_unit_and_lies_within_reason(string yaml, string codes) =>
        Shapes.Limit.Read(yaml).Codes.ShouldBeSubsetOf(codes.Split(','));

    [Fact]
    public void A_rule_knows_its_line()
    {
        Shapes.Cel().Read("'a > 1'").Value.At.Line.ShouldBe(1);
        Shapes.Map(fields => fields.Required("when", Shapes.Cel())).Read("when: |\n  a\n  > 1\n").Value
            .ShouldSatisfyAllConditions(text => text.At.Line.ShouldBe(2), text => text.Source.ShouldBe("a\n> 1"));
    }

    [Fact]
    public void What_another_type_parses_keeps_its_own_code()
    {
        var even = Shapes.Int(0, 100).As<int, int>(number => number % 2 == 0
            ? number / 2
            : new Refusal(RefusalKind.Invalid, "half.odd", "An odd number has no half."));

        even.Read("8").Value.ShouldBe(4);
        even.Read("7").Codes.ShouldBe(["half.odd"]);
        even.Read("800").Codes.ShouldBe(["pack.out_of_range"]);
    }
}
