using Heluo.TestKit;

namespace Heluo.Services.Tests.Items;

public class ItemReportTests
{
    [Fact]
    public void A_check_of_the_city_shows_every_item_with_its_ways_against_promise_and_law()
    {
        var report = CityWorld.Reader.Report(Repository.Pack("zhengzhou"));
        report.Reading.Faults.ShouldBeEmpty();
        var rows = report.Sections.Single(section => section.Key == "items").Value;
        rows.Length.ShouldBe(13);
        foreach (var row in rows)
        {
            var (shortest, longest) = ((decimal)row["shortestDays"]!, (decimal)row["longestDays"]!);
            shortest.ShouldBeLessThanOrEqualTo(longest);
            longest.ShouldBeLessThanOrEqualTo(
                Math.Max((decimal)row["promiseDays"]!, longest * ((decimal)row["promiseDays"]! == 0 ? 1 : 0)));
            ((decimal)row["promiseDays"]!).ShouldBeLessThanOrEqualTo((decimal)row["lawDays"]!);
            ((string)row["name"]!).ShouldNotBeEmpty();
        }
    }
}
