using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>
/// The set in force and the older ones that cases began under. Older sets are read from their bundles on first use and
/// kept while they fit <see cref="MaxBytes"/>; the one longest unused goes first. Safe for use by many threads.
/// </summary>
/// <param name="reader">Reads bundles.</param>
/// <param name="current">The set in force.</param>
/// <param name="fetch">Gives the stored bundle of a hash, or null when there is none.</param>
public sealed class PackLibrary(
    PackReader reader, PackSet current, Func<string, CancellationToken, ValueTask<byte[]?>> fetch)
{
    /// <summary>Bytes of source files that older sets kept in memory may have together.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly LinkedList<PackSet> older = new();
    private PackSet current = current;

    /// <summary>The set in force.</summary>
    public PackSet Current => Volatile.Read(ref current);

    /// <summary>How many older sets are in memory now.</summary>
    internal int Kept
    {
        get
        {
            lock (gate)
            {
                return older.Count;
            }
        }
    }

    /// <summary>Puts another set in force; the one before becomes an older one.</summary>
    public void Install(PackSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        lock (gate)
        {
            if (set.Hash != current.Hash)
            {
                Keep(current);
                Volatile.Write(ref current, set);
            }
        }
    }

    /// <summary>The set in force or an older one in memory; null when it must be fetched first.</summary>
    public PackSet? Find(string hash)
    {
        lock (gate)
        {
            if (current.Hash == hash)
            {
                return current;
            }

            for (var node = older.First; node is not null; node = node.Next)
            {
                if (node.Value.Hash == hash)
                {
                    older.Remove(node);
                    older.AddFirst(node);
                    return node.Value;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// The set with a hash. Refuses <c>pack.version_unknown</c> when nothing is stored under it,
    /// <c>pack.version_broken</c> when what is stored cannot be read or is another set.
    /// </summary>
    public async ValueTask<Outcome<PackSet>> GetAsync(string hash, CancellationToken cancel = default)
    {
        if (Find(hash) is { } known)
        {
            return known;
        }

        if (await fetch(hash, cancel) is not { } bundle)
        {
            return new Refusal(
                RefusalKind.Unavailable, "pack.version_unknown", $"No pack version is stored under {hash}.");
        }

        var reading = reader.Open(bundle);
        if (reading.Set is not { } set || set.Hash != hash)
        {
            return new Refusal(
                RefusalKind.Unavailable,
                "pack.version_broken",
                $"The pack version stored under {hash} cannot be read: {reading.Faults.FirstOrDefault()}");
        }

        lock (gate)
        {
            Keep(set);
        }

        return set;
    }

    private void Keep(PackSet set)
    {
        if (set.Hash == current.Hash && set != current || older.Any(known => known.Hash == set.Hash))
        {
            return;
        }

        older.AddFirst(set);
        while (older.Count > 1 && older.Sum(known => known.Bytes) > MaxBytes)
        {
            older.RemoveLast();
        }
    }
}
