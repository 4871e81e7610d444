using Heluo.Cli;

namespace Heluo.Tests;

public sealed class PlacesTests
{
    [Fact]
    public void Without_one_demo_city_the_choice_is_the_callers()
    {
        using var folder = new TemporaryFolder();
        Places.City(named: null, folder.At("absent")).Refusal!.Code.ShouldBe("demo.no_city");
        folder.Write("base/pack.yaml", "");
        Places.City(named: null, folder.Root).Refusal!.Code.ShouldBe("demo.no_city");
        folder.Write("one/demo/people.yaml", "");
        Places.City(named: null, folder.Root).Value.ShouldBe(folder.At("one"));
        folder.Write("two/demo/people.yaml", "");
        Places.City(named: null, folder.Root).Refusal!.Code.ShouldBe("demo.no_city");
        Places.City(new DirectoryInfo(folder.At("two")), folder.Root).Value.ShouldBe(folder.At("two"));
    }
}
