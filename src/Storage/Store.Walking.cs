using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

public sealed partial class Store
{
    /// <summary>Walks the facts of one family between two moments, in commit order. Facts of other families are passed
    /// over unread. For audits and statistics: it reads the journal of that time.</summary>
    /// <param name="family">The family, e.g. <c>look</c>.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The moment after the last.</param>
    /// <param name="each">Given each fact; false ends the walk.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null, or <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>, <c>store.failed</c>.</returns>
    public async Task<Refusal?> WalkAsync(
        string family, Instant from, Instant until, Func<StoredFact, ValueTask<bool>> each, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(each);
        var (since, end) = (from.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        var walked = await GuardAsync<bool>(async () =>
        {
            var next = await FirstAtAsync(since);
            while (await dialect.LogAsync(next, Limits.PageSize) is { Count: > 0 } page)
            {
                ct.ThrowIfCancellationRequested();
                foreach (var row in page.Where(row => StreamId.FamilyOf(row.Stream) == family && row.At >= since))
                {
                    if (row.At >= end)
                    {
                        continue;
                    }

                    if (!Catalog.Read(row).TryGet(out var fact, out var refusal))
                    {
                        return refusal;
                    }

                    if (!await each(fact))
                    {
                        return true;
                    }
                }

                // Moments are nearly in order: a page wholly past the end is followed by nothing from before it.
                if (page.All(row => row.At >= end))
                {
                    return true;
                }

                next = page[^1].Position + 1;
            }

            return true;
        });
        return walked.Refusal;
    }

    /// <summary>The first position that may be as late as a moment; decisions taken together may stand a little out of
    /// order, so it begins a page earlier.</summary>
    private async Task<long> FirstAtAsync(long since)
    {
        var (low, high) = (1L, await dialect.HeadAsync() + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await dialect.FactAsync(middle) is { } row && row.At < since)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Max(1, low - Limits.FactsPerCommit);
    }
}
