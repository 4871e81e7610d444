using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs.Tests;

public sealed class ScaffoldTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("heluo-scaffold-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_city_begins_sound_as_far_as_this_room_knows_it()
    {
        var files = City().Write(At("my-town")).Value;

        files.ShouldContain("pack.yaml");
        files.ShouldContain("calendar/2027.yaml");
        var set = Read("my-town").ShouldBeSound();
        set.Header.Id.ShouldBe("my-town");
        set.City!.Zone.Id.ShouldBe("Europe/London");
        set.Calendar!.Horizon.ShouldBe(new LocalDate(2027, 12, 31));
        set.Calendar.IsWorkingDay(new LocalDate(2026, 12, 24)).ShouldBeFalse();
        set.Calendar.IsProvisional(new LocalDate(2025, 6, 1), new LocalDate(2025, 7, 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("St. \"Elm\": a #1 town")]
    [InlineData("{a: b}")]
    [InlineData("$id$ $t(x) $nothing$")]
    [InlineData("'")]
    [InlineData("\\n\\u0041")]
    [InlineData("*alias &anchor !tag")]
    [InlineData("金水")]
    public void Whatever_its_name_it_is_a_text_and_nothing_else(string name)
    {
        (City() with { Name = name }).Write(At("t")).IsRefused.ShouldBeFalse();
        (new PackScaffold { Year = 2026, Name = name }).Write(At("s")).IsRefused.ShouldBeFalse();

        Read("t").ShouldBeSound().Header.Name.In("en").ShouldBe(name);
        Read("s").ShouldBeSound().Header.Name.In("en").ShouldBe(name);
    }

    [Fact]
    public void No_mark_of_a_template_is_left_in_any_file()
    {
        City().Write(At("town"));
        new PackScaffold { Year = 2026, On = "town" }.Write(At("stage"));

        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain("$", customMessage: file);
        }
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        Directory.CreateDirectory(At("town"));
        File.WriteAllText(At("town/note.txt"), "mine");

        City().Write(At("town")).Refusal.ShouldNotBeNull().Code.ShouldBe("scaffold.not_empty");
        new PackScaffold { Year = 2026 }.Write(At("town")).Refusal!.Code.ShouldBe("scaffold.not_empty");
        City().Write(At("town/note.txt")).Refusal.ShouldNotBeNull();
        Directory.GetFileSystemEntries(At("town")).Length.ShouldBe(1);
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(At("town"));

        City().Write(At("town") + Path.DirectorySeparatorChar).IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("New Port", "new-port")]
    [InlineData("a_b--c", "a-b-c")]
    [InlineData("X", "x")]
    public void The_folders_name_gives_the_id(string folder, string id)
    {
        City().Write(At(folder)).IsRefused.ShouldBeFalse();

        Read(folder).Set!.Header.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("城")]
    [InlineData("2nd-town")]
    [InlineData("a-very-long-name-of-a-folder-that-nobody-types")]
    public void A_folder_whose_name_gives_no_id_is_refused(string folder)
    {
        City().Write(At(folder)).Refusal.ShouldNotBeNull().Code.ShouldBe("scaffold.bad_folder");
        Directory.Exists(At(folder)).ShouldBeFalse();
    }

    [Fact]
    public void What_makes_no_city_is_refused_before_anything_is_written()
    {
        (City() with { Zone = "Europe/Nowhere" }).Write(At("t")).Refusal!.Code.ShouldBe("scaffold.bad_zone");
        (City() with { Year = 1999 }).Write(At("t")).Refusal!.Code.ShouldBe("scaffold.bad_year");
        (City() with { Name = new string('x', 61) }).Write(At("t")).Refusal!.Code.ShouldBe("scaffold.bad_name");
        (City() with { Name = "a\nb" }).Write(At("t")).Refusal!.Code.ShouldBe("scaffold.bad_name");
        Directory.Exists(At("t")).ShouldBeFalse();
    }

    [Fact]
    public void A_scenario_stands_on_a_city_and_takes_its_languages()
    {
        City().Write(At("town"));
        new PackScaffold { Year = 2026, Name = "Open-air stages", On = "town" }.Write(At("stages"))
            .IsRefused.ShouldBeFalse();

        var set = Read("stages").ShouldBeSound();
        set.Packs.Select(pack => pack.Id).ShouldBe(["town", "stages"]);
        set.City!.Division.ShouldBe("900100");
        set.CityHeader!.Id.ShouldBe("town");
        set.Calendar.ShouldNotBeNull();
    }

    [Fact]
    public void A_scenario_that_stands_alone_is_no_city()
    {
        new PackScaffold { Year = 2026 }.Write(At("stages")).Value.ShouldNotContain("agencies/agency.yaml");

        Read("stages").ShouldBeSound().City.ShouldBeNull();
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("../town")]
    [InlineData("")]
    public void A_scenario_on_nothing_is_refused(string on)
    {
        var refusal = new PackScaffold { Year = 2026, On = on }.Write(At("stages")).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("scaffold.no_base");
        refusal.Kind.ShouldBe(RefusalKind.NotFound);
    }

    private static CityScaffold City() => new() { Year = 2026, Zone = "Europe/London" };

    private PackReading Read(string folder) => new PackReader().Leniently().Check(At(folder));

    private string At(string path) => Path.Combine(root, path);
}
