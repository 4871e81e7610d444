using System.Globalization;
using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Store
{
    private Refusal? Begin(TimeProvider clock)
    {
        try
        {
            if (dialect.About(RestoringName) == Restoring.Begun)
            {
                return BackupRefusals.Unfinished();
            }

            Link();
            if (Reshape() is { } refusal)
            {
                return refusal;
            }

            Remember(clock);
            return null;
        }
        catch (DialectException fault)
        {
            return Broken(fault);
        }
    }

    /// <summary>Folds every family anew whose shape is not the one its documents were written in.</summary>
    private Refusal? Reshape()
    {
        foreach (var family in Catalog.Families)
        {
            var name = $"shape.{family.Name}";
            var shape = family.Shape.ToString(CultureInfo.InvariantCulture);
            var stored = dialect.About(name);
            if (stored == shape)
            {
                continue;
            }

            if (stored is not null && Refold(family) is { } refusal)
            {
                return refusal;
            }

            dialect.SetAbout(name, shape);
        }

        return null;
    }

    private Refusal? Refold(StateFamily family)
    {
        foreach (var page in Pages(family.Name))
        {
            var rows = new List<DocumentRow>(page.Count);
            foreach (var row in page)
            {
                var folded = Result(FoldAsync(family, row.Stream, row.Head));
                if (!folded.TryGet(out var version, out var refusal))
                {
                    return refusal;
                }

                rows.Add(row with
                {
                    Body = DocumentBody.Pack(family.Write(version.State)),
                    Shelf = family.ShelfOf(version.State),
                });
            }

            dialect.Replace(rows);
        }

        return null;
    }

    /// <summary>Fills the memory of command ids from the newest facts.</summary>
    private void Remember(TimeProvider clock)
    {
        var since = clock.Now().ToUnixTimeMilliseconds() - (options.CommandHours * 3_600_000L);
        var from = FirstSince(since);
        if (from > 1 && Result(dialect.FactAsync(from - 1)) is { } before)
        {
            recent.ForgotUntil(before.At);
        }

        while (Result(dialect.LogAsync(from, Limits.PageSize)) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                if (row.Cause is not null)
                {
                    recent.Add(row.Actor, row.Command, row.At, row.Position, row.Cause);
                }
            }

            from = rows[^1].Position + 1;
        }
    }

    /// <summary>The first position worth remembering: not before the time, and not more facts than ids are
    /// kept.</summary>
    private long FirstSince(long since)
    {
        var (low, high) = (Math.Max(1, dialect.Head - options.Commands + 1), dialect.Head + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Result(dialect.FactAsync(middle)) is { } row && row.At < since)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private IEnumerable<Change> Everything(string? familyName)
    {
        foreach (var family in Catalog.Families.Where(family => familyName is null || family.Name == familyName))
        {
            foreach (var row in Pages(family.Name).SelectMany(page => page))
            {
                var read = family.Read(row);
                if (read.Refusal is { } refusal)
                {
                    throw new DialectException(refusal.Sentence, isDamage: true);
                }

                yield return new(
                    row.Stream, Before: null, read.Value.State, [], new(row.Head, row.Version, default, "", ""));
            }
        }
    }

    private IEnumerable<IReadOnlyList<DocumentRow>> Pages(string family)
    {
        string? after = null;
        while (Result(dialect.DocumentsAsync(family, shelf: null, after, 1000)) is { Count: > 0 } page)
        {
            after = page[^1].Stream;
            yield return page;
        }
    }

    // Starting and rebuilding happen before anybody is served, or on the writer's own thread.
    private static T Result<T>(ValueTask<T> read) => read.AsTask().GetAwaiter().GetResult();

    private static T Result<T>(Task<T> read) => read.GetAwaiter().GetResult();
}
