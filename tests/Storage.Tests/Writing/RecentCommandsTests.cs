namespace Heluo.Storage.Tests.Writing;

public sealed class RecentCommandsTests
{
    [Fact]
    public void Over_its_limit_it_forgets_the_oldest()
    {
        var recent = new RecentCommands(1000, 2);
        recent.Add("a", "1", 0, 10, "00000001");
        recent.Add("a", "2", 0, 11, "00000002");
        recent.Add("a", "3", 0, 12, "00000003");
        recent.Find("a", "1").ShouldBeNull();
        recent.Find("a", "2").ShouldBe((11L, 2u));
        recent.Find("b", "2").ShouldBeNull();
    }

    [Fact]
    public void Past_its_window_it_forgets()
    {
        var recent = new RecentCommands(1000, 10);
        recent.Add("a", "1", 0, 10, "00000001");
        recent.Add("a", "2", 1000, 11, "00000002");
        recent.Find("a", "1").ShouldNotBeNull();
        recent.Add("a", "3", 1001, 12, "00000003");
        recent.Find("a", "1").ShouldBeNull();
        recent.Find("a", "2").ShouldNotBeNull();
    }

    [Fact]
    public void The_first_place_of_a_command_stays()
    {
        var recent = new RecentCommands(1000, 10);
        recent.Add("a", "1", 0, 10, "00000001");
        recent.Add("a", "1", 5, 20, "00000009");
        recent.Find("a", "1").ShouldBe((10L, 1u));
    }
}
