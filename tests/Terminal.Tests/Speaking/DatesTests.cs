using Heluo.Terminal.Speaking;
using NodaTime;

namespace Heluo.Terminal.Tests.Speaking;

public sealed class DatesTests
{
    private static readonly LocalDate Friday = new(2021, 2, 19);

    [Theory]
    [InlineData("zh", "2021年2月19日 星期五")]
    [InlineData("en", "Friday 19 February 2021")]
    public void A_day_is_written_with_its_weekday(string language, string written) =>
        Words.In(language).Long(Friday).ShouldBe(written);

    [Theory]
    [InlineData("zh", "2月19日 周五")]
    [InlineData("en", "Fri 19 Feb")]
    public void A_list_writes_it_short(string language, string written) =>
        Words.In(language).Brief(Friday).ShouldBe(written);

    [Theory]
    [InlineData("zh", "2021年2月19日 09:05")]
    [InlineData("en", "19 February 2021, 09:05")]
    public void A_moment_keeps_its_minutes(string language, string written) =>
        Words.In(language).Moment(Friday.At(new LocalTime(9, 5))).ShouldBe(written);

    [Fact]
    public void Machines_read_iso() => Dates.Iso(new LocalDate(2021, 2, 9)).ShouldBe("2021-02-09");

    [Fact]
    public void Every_day_of_the_week_and_every_month_has_a_name()
    {
        foreach (var words in Words.Languages.Select(Words.In))
        {
            for (var day = 0; day < 366; day++)
            {
                var date = new LocalDate(2020, 1, 1).PlusDays(day);
                words.Long(date).ShouldNotContain("weekday");
                words.Brief(date).ShouldNotContain("month");
            }
        }
    }
}
