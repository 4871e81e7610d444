using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.Kernel.Tests;

public sealed class IdsTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2021, 1, 4, 1, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Ids_sort_by_the_time_they_were_made()
    {
        var ids = new Ids(clock);
        var made = new List<string>();
        for (var i = 0; i < 1_000; i++)
        {
            made.Add(ids.Next());
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        made.ShouldBe(made.Order(StringComparer.Ordinal));
        made.Distinct().Count().ShouldBe(1_000);
        made.ForEach(id => id.ShouldMatch("^[0-9a-hjkmnp-tv-z]{26}$"));
    }

    [Fact]
    public void The_same_clock_and_chance_give_the_same_id()
    {
        static void Chance(Span<byte> bytes) => bytes.Fill(7);
        new Ids(clock, Chance).Next().ShouldBe(new Ids(clock, Chance).Next());
        new Ids(clock, Chance).Next().ShouldNotBe(new Ids(clock, bytes => bytes.Fill(8)).Next());
    }

    [Fact]
    public void Within_one_millisecond_chance_keeps_ids_apart()
    {
        var ids = new Ids(clock);
        Enumerable.Range(0, 10_000).Select(_ => ids.Next()).Distinct().Count().ShouldBe(10_000);
    }

    [Fact]
    public void Now_is_the_injected_clock()
    {
        clock.Now().ShouldBe(Instant.FromUtc(2021, 1, 4, 1, 30));
        Should.Throw<ArgumentNullException>(() => ((TimeProvider)null!).Now());
    }
}
