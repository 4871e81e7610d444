using Heluo.TestKit;
using Heluo.Terminal.Showing;

namespace Heluo.Terminal.Tests.Showing;

public sealed class DistrictsTests
{
    [Fact]
    public async Task Every_place_of_the_city_is_reached_in_two_steps_and_a_zone_stands_once()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var city = world.Directory;
        var districts = Districts.Of(city);
        districts.Select(one => one.Name.ToString()).ShouldBeUnique();
        var below = districts.SelectMany(one => Districts.Below(city, one.Code)).Select(one => one.Code).ToHashSet();
        city.Divisions.Where(one => one.Kind == "township").Select(one => one.Code)
            .Where(code => !below.Contains(code)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("410105", "410105")]
    [InlineData("410105001", "410105")]
    [InlineData("410105560", "zhengdong")]
    [InlineData("zhengdong", "zhengdong")]
    [InlineData("410171", "410171")]
    [InlineData("999999", "999999")]
    public async Task A_place_belongs_to_the_district_that_is_offered_above_it(string place, string district)
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        Districts.Of(world.Directory, place).ShouldBe(district);
    }
}
