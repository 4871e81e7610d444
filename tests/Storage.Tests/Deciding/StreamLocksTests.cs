namespace Heluo.Storage.Tests.Deciding;

public sealed class StreamLocksTests
{
    [Fact]
    public async Task One_stream_is_held_by_one_at_a_time()
    {
        using var locks = new StreamLocks();
        var first = await locks.HoldAsync(["a"], Ct);
        var second = locks.HoldAsync(["a"], Ct);
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Streams_named_twice_are_held_once()
    {
        using var locks = new StreamLocks();
        (await locks.HoldAsync(["a", "b", "a"], Ct)).Dispose();
        (await locks.HoldAsync(["b", "a"], Ct)).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_gives_back_what_he_held()
    {
        using var locks = new StreamLocks();
        using var patience = new CancellationTokenSource();
        var names = Enumerable.Range(0, 50).Select(i => $"s{i}").ToList();
        var held = await locks.HoldAsync([names[17]], Ct);
        var impatient = locks.HoldAsync(names, patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        held.Dispose();
        (await locks.HoldAsync(names, Ct)).Dispose();
    }

    [Fact]
    public async Task Nobody_waits_in_a_circle()
    {
        using var locks = new StreamLocks();
        var inside = new int[8];
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () =>
        {
            int[] mine = [i % 8, (i * 3) % 8, (i * 5) % 8];
            using var held = await locks.HoldAsync(mine.Select(at => $"s{at}").Reverse(), Ct);
            foreach (var at in mine.Distinct())
            {
                Interlocked.Increment(ref inside[at]).ShouldBe(1);
            }

            await Task.Yield();
            foreach (var at in mine.Distinct())
            {
                Interlocked.Decrement(ref inside[at]);
            }
        })));
        inside.ShouldAllBe(count => count == 0);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
