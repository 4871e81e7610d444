using Heluo.Demo;
using Heluo.Kernel;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.Tests;

public sealed class OpeningTests : IDisposable
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02-13T16:30Z")]
    [InlineData("1800-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("")]
    public void What_is_no_time_is_refused(string at) => Open(at).Refusal!.Code.ShouldBe("demo.time");

    [Fact]
    public void A_new_city_may_live_in_the_past_by_its_own_zone() =>
        Made("2026-02-13T16:30").Now().ShouldBe(Instant.FromUtc(2026, 2, 13, 8, 30));

    [Fact]
    public void A_new_city_begins_some_days_before_and_says_until_when_its_life_is_made()
    {
        var opening = Open("2026-02-13T16:30", days: 45).Value;
        opening.Until.ShouldBe(Instant.FromUtc(2026, 2, 13, 8, 30));
        (opening.Until!.Value - opening.Clock.Now()).ShouldBe(Duration.FromDays(45));
    }

    [Fact]
    public void A_city_whose_making_was_cut_off_is_begun_anew()
    {
        Open("2026-02-13").IsRefused.ShouldBeFalse();
        var half = folder.Write("heluo.db", "half");
        Open("2026-02-10").Value.Until.ShouldNotBeNull();
        File.Exists(half).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_another_house_serves_from_is_never_made_a_demo()
    {
        var dear = folder.Write("heluo.db", "dear");
        Open(at: null).Refusal!.Code.ShouldBe("demo.not_a_demo");
        File.Exists(dear).ShouldBeTrue();
    }

    [Fact]
    public void A_moved_clock_is_found_again_and_goes_on()
    {
        Made("2026-02-13").MoveTo(Instant.FromUtc(2026, 2, 24, 0, 0)).IsRefused.ShouldBeFalse();
        machine.Advance(TimeSpan.FromHours(2));
        Open(at: null).Value.Clock.Now().ShouldBe(Instant.FromUtc(2026, 2, 24, 2, 0));
    }

    [Fact]
    public void A_city_that_has_lived_does_not_go_back()
    {
        Made("2026-02-13");
        Open("2026-02-12").Refusal!.Code.ShouldBe("demo.time_backwards");
        Open("2026-02-14").IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void A_spoilt_clock_file_is_refused_by_name()
    {
        folder.Write("demo-clock", "soon");
        Open(at: null).Refusal!.Code.ShouldBe("demo.clock_file");
    }

    [Fact]
    public void Only_a_folder_that_a_demo_made_is_emptied()
    {
        var dear = folder.Write("letters/dear.txt", "keep me");
        Emptying.Empty(folder.Root)!.Code.ShouldBe("demo.not_a_demo");
        File.Exists(dear).ShouldBeTrue();

        Open(at: null).IsRefused.ShouldBeFalse();
        using (File.Open(folder.At("heluo.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Emptying.Empty(folder.Root)!.Code.ShouldBe("demo.open");
        }

        Emptying.Empty(folder.Root).ShouldBeNull();
        Directory.EnumerateFileSystemEntries(folder.Root).ShouldBeEmpty();
        Emptying.Empty(folder.At("absent")).ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();

    private Outcome<Opening> Open(string? at, int days = 0) => Opening.Open(folder.Root, at, days, Zone, machine);

    private DemoClock Made(string at)
    {
        var clock = Open(at).Value.Clock;
        clock.Keep = offset => ClockFile.Keep(folder.Root, offset);
        clock.Run();
        return clock;
    }
}
