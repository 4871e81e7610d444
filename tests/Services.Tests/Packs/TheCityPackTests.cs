using Heluo.TestKit;

namespace Heluo.Services.Tests.Packs;

public class TheCityPackTests
{
    [Fact]
    public void The_demo_city_loads_without_a_fault()
    {
        var reading = CityWorld.Reader.Check(Repository.Pack("zhengzhou"));
        string.Join("\n", reading.Faults.Take(60)).ShouldBe("");
    }
}
