using NodaTime;

namespace Heluo.Kernel.Tests;

public sealed class CitizenIdTests
{
    [Theory]
    [InlineData("", "id.length")]
    [InlineData("12345678", "id.length")]
    [InlineData("4101001990010100011", "id.length")]
    [InlineData("41010019900101000１", "id.format")]
    [InlineData("41010019900101000Y", "id.format")]
    [InlineData("4101001990O1010001", "id.format")]
    [InlineData("T60426199101010078", "id.format")]
    [InlineData("４１０１００１９９００１０１０００１", "id.format")]
    [InlineData("000000000000000000", "id.division")]
    [InlineData("990426199112010074", "id.division")]
    [InlineData("410100199013010001", "id.birth_date")]
    [InlineData("410100190002290001", "id.birth_date")]
    [InlineData("410100199000000001", "id.birth_date")]
    [InlineData("410100199001010002", "id.check_digit")]
    [InlineData("610104620932690", "id.birth_date")]
    [InlineData("61010462092769X", "id.format")]
    public void A_wrong_number_is_refused_by_name(string text, string code)
    {
        CitizenId.Read(text).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        CitizenId.TryParse(text, null, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("410100199001010001", "1990-01-01", Sex.Female)]
    [InlineData("410100200002290012", "2000-02-29", Sex.Male)]
    [InlineData("410100194910010022", "1949-10-01", Sex.Female)]
    [InlineData("410100202012200032", "2020-12-20", Sex.Male)]
    [InlineData("410100197808150057", "1978-08-15", Sex.Male)]
    [InlineData("41010019901010005X", "1990-10-10", Sex.Male)]
    public void A_right_number_tells_birth_and_sex(string text, string born, Sex sex)
    {
        var id = CitizenId.Parse(text);
        id.BirthDate.ShouldBe(TestCalendars.Day(born));
        id.Sex.ShouldBe(sex);
        id.Division.ShouldBe("410100");
        id.ToString().ShouldBe(text);
    }

    [Fact]
    public void A_small_x_is_the_same_number() =>
        CitizenId.Parse("41010019901010005x").ShouldBe(CitizenId.Parse("41010019901010005X"));

    [Fact]
    public void An_old_number_of_fifteen_digits_becomes_one_of_eighteen() =>
        CitizenId.Parse("610104620927690").ToString().ShouldBe("610104196209276908");

    [Fact]
    public void A_division_of_long_ago_is_no_fault() =>
        CitizenId.Read("120110198012010073").IsRefused.ShouldBeFalse();

    [Theory]
    [InlineData("2007-12-31", 7)]
    [InlineData("2018-02-28", 17)]
    [InlineData("2018-03-01", 18)]
    [InlineData("2018-02-27", 17)]
    public void Age_grows_on_the_birthday_or_the_day_after_a_leap_day(string day, int age) =>
        CitizenId.Parse("410100200002290012").AgeOn(TestCalendars.Day(day)).ShouldBe(age);

    [Fact]
    public void The_mask_shows_two_characters_of_eighteen()
    {
        CitizenId.Parse("41010019901010005X").Mask().ShouldBe("4****************X");
        default(CitizenId).Mask().ShouldBe("");
    }

    [Fact]
    public void No_refusal_repeats_the_number() =>
        CitizenId.Read("410100199001010002").Refusal!.ToString().ShouldNotContain("4101001990");

    /// <summary>Ten wrong digits in each of seventeen places: MOD 11-2 finds every single one.</summary>
    [Fact]
    public void Every_single_wrong_digit_is_found()
    {
        const string Right = "410100197808150057";
        for (var place = 0; place < 17; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var wrong = Right.ToCharArray();
                wrong[place] = digit;
                CitizenId.Read(wrong).IsRefused.ShouldBe(digit != Right[place]);
            }
        }
    }

    [Fact]
    public void Two_neighbours_changed_about_are_found()
    {
        const string Right = "410100197808150057";
        for (var place = 0; place < 16; place++)
        {
            var wrong = Right.ToCharArray();
            (wrong[place], wrong[place + 1]) = (wrong[place + 1], wrong[place]);
            CitizenId.Read(wrong).IsRefused.ShouldBe(wrong[place] != wrong[place + 1]);
        }
    }

    [Fact]
    public void Foreign_residents_carry_the_province_after_a_nine()
    {
        var number = "91124119811208003".ToCharArray();
        var check = "0123456789X".Single(c => !CitizenId.Read([.. number, c]).IsRefused);
        CitizenId.Parse([.. number, check]).BirthDate.ShouldBe(new LocalDate(1981, 12, 8));
    }
}
