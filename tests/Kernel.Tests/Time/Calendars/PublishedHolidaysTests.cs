using System.Text.Json;
using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>Day by day beside a data set that nobody on this project wrote.</summary>
public sealed class PublishedHolidaysTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_day_of_the_year_agrees(int year)
    {
        var published = new Dictionary<LocalDate, bool>();
        foreach (var each in new[] { year, Math.Min(year + 1, 2026) })
        {
            using var json = JsonDocument.Parse(File.ReadAllText(SharedData.File($"holidays/{each}.json")));
            foreach (var day in json.RootElement.GetProperty("days").EnumerateArray())
            {
                published[Day(day.GetProperty("date").GetString()!)] = !day.GetProperty("isOffDay").GetBoolean();
            }
        }

        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1))
        {
            var working = published.GetValueOrDefault(day, day.DayOfWeek < IsoDayOfWeek.Saturday);
            China.IsWorkingDay(day).ShouldBe(working, day.ToString());
            China.Day(day).Provisional.ShouldBeFalse();
        }
    }
}
