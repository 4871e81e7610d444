using CsCheck;

namespace Heluo.Storage.Tests.States;

public sealed class LruCacheTests
{
    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        var cache = new LruCache<string, int>(10, value => value);
        cache.Put("a", 4, Always);
        cache.Put("b", 4, Always);
        cache.TryGet("a", out _).ShouldBeTrue();
        cache.Put("c", 4, Always);
        cache.TryGet("b", out _).ShouldBeFalse();
        cache.TryGet("a", out _).ShouldBeTrue();
        cache.Weight.ShouldBe(8);
    }

    [Fact]
    public void A_value_heavier_than_the_limit_is_not_kept()
    {
        var cache = new LruCache<string, int>(10, value => value);
        cache.Put("a", 11, Always);
        cache.TryGet("a", out _).ShouldBeFalse();
        cache.Weight.ShouldBe(0);
    }

    [Fact]
    public void An_older_value_never_replaces_a_newer_one()
    {
        var cache = new LruCache<string, int>(100, _ => 1);
        cache.Put("a", 2, (mine, old) => mine > old);
        cache.Put("a", 1, (mine, old) => mine > old);
        cache.TryGet("a", out var kept).ShouldBeTrue();
        kept.ShouldBe(2);
    }

    [Fact]
    public void The_weight_is_never_over_the_limit() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 30], Gen.Bool).Array[0, 200].Sample(steps =>
        {
            var cache = new LruCache<int, int>(50, value => value);
            foreach (var (key, value, removes) in steps)
            {
                if (removes)
                {
                    cache.Remove(key);
                }
                else
                {
                    cache.Put(key, value, Always);
                }
            }

            var sum = Enumerable.Range(0, 21).Sum(key => cache.TryGet(key, out var value) ? value : 0);
            return cache.Weight <= 50 && cache.Weight == sum;
        });

    private static bool Always(int mine, int old) => true;
}
