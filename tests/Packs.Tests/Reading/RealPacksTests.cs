namespace Heluo.Packs.Tests;

public sealed class RealPacksTests
{
    [Fact]
    public void The_national_pack_is_sound()
    {
        var reading = new PackReader().Leniently().Check(Repository.Pack("china"));

        reading.Faults.ShouldBeEmpty();
        reading.Set!.Calendar.ShouldNotBeNull().WorkingDaysIn(2020).Value.ShouldBe(249);
    }

    [Fact]
    public void The_demo_city_reads_as_far_as_this_room_knows_it()
    {
        var reading = new PackReader().Leniently().Check(Repository.Pack("zhengzhou"));

        reading.Faults.ShouldBeEmpty();
        reading.Set!.City.ShouldNotBeNull().PhoneArea.ShouldBe("0371");
        reading.Set.Calendar.ShouldNotBeNull().Name.ShouldBe("cn");
    }
}
