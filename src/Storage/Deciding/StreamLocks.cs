namespace Heluo.Storage;

/// <summary>
/// Holds streams for one decision at a time, so that requests of this process do not conflict. A stream shares its
/// lock with whichever streams fall on the same stripe; stripes are taken in ascending order, so nobody waits in a
/// circle.
/// </summary>
internal sealed class StreamLocks : IDisposable
{
    private const int Stripes = 16_384;
    private readonly SemaphoreSlim?[] stripes = new SemaphoreSlim?[Stripes];

    public async Task<Held> HoldAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var wanted = names.Select(StripeOf).Distinct().Order().ToArray();
        var held = 0;
        try
        {
            foreach (var stripe in wanted)
            {
                await Stripe(stripe).WaitAsync(ct);
                held++;
            }
        }
        catch
        {
            Release(wanted.AsSpan(0, held));
            throw;
        }

        return new(this, wanted);
    }

    public void Dispose()
    {
        foreach (var stripe in stripes)
        {
            stripe?.Dispose();
        }
    }

    private static int StripeOf(string name) =>
        (int)((uint)string.GetHashCode(name, StringComparison.Ordinal) % Stripes);

    private SemaphoreSlim Stripe(int index)
    {
        if (Volatile.Read(ref stripes[index]) is { } present)
        {
            return present;
        }

        var made = new SemaphoreSlim(1, 1);
        return Interlocked.CompareExchange(ref stripes[index], made, comparand: null) ?? made;
    }

    private void Release(ReadOnlySpan<int> wanted)
    {
        foreach (var stripe in wanted)
        {
            stripes[stripe]!.Release();
        }
    }

    /// <summary>Gives the streams back when disposed.</summary>
    internal readonly struct Held(StreamLocks owner, int[] wanted) : IDisposable
    {
        public void Dispose() => owner.Release(wanted);
    }
}
