using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>An entry of the access log with what an auditor should look at twice.</summary>
/// <param name="Look">The entry.</param>
/// <param name="Flags">What stands out; none when nothing does.</param>
public sealed record AuditedLook(Look Look, ImmutableArray<LookFlag> Flags);

/// <summary>The access log for the auditor: searched, flagged, taken away for a year (PIPL art. 54). Who may ask is for
/// the door to say.</summary>
/// <param name="store">Where it is.</param>
/// <param name="looks">Reads one log.</param>
public sealed class LookAudit(Store store, Looks looks)
{
    private const int MostBack = 2_000;
    private const int Page = 500;
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>A page of one person's, officer's or case's log, newest first, with what stands out.</summary>
    /// <param name="subject">Whose data; or</param>
    /// <param name="actor">who looked; or</param>
    /// <param name="caseNumber">for which case: one of the three.</param>
    /// <param name="before">Position of the last entry of the page before; null begins at the newest.</param>
    /// <param name="max">How many at most, 1 to 500.</param>
    /// <returns>The entries, or <c>look.filter</c>, <c>look.page</c>, <c>store.…</c>.</returns>
    public async Task<Outcome<ImmutableArray<AuditedLook>>> FindAsync(
        string? subject, string? actor, string? caseNumber, long? before = null, int max = 50)
    {
        var read = (subject, actor, caseNumber) switch
        {
            ({ } one, null, null) => await looks.OfAsync(one, before, max),
            (null, { } one, null) => await looks.ByAsync(one, before, max),
            (null, null, { } one) => await looks.ForAsync(one, before, max),
            _ => RegistryRefusals.Invalid("look.filter", "Name one of subject, actor and case."),
        };
        if (!read.TryGet(out var page, out var refusal))
        {
            return refusal;
        }

        var flags =
            new Dictionary<(string Actor, Instant At, string Subject, string? Case), ImmutableArray<LookFlag>>();
        foreach (var who in page.GroupBy(look => look.Actor, StringComparer.Ordinal))
        {
            if (!(await FlagAsync(who.Key, who.Min(look => look.At), flags)).TryGet(out _, out refusal))
            {
                return refusal;
            }
        }

        return page.Select(look => new AuditedLook(look, flags.GetValueOrDefault(Key(look), []))).ToImmutableArray();
    }

    /// <summary>Every entry between two moments, oldest first, with what stands out.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The moment after the last.</param>
    /// <param name="each">Given each entry; false ends the walk.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null, or what the store refuses.</returns>
    public Task<Refusal?> WalkAsync(
        Instant from, Instant until, Func<AuditedLook, ValueTask<bool>> each, CancellationToken ct)
    {
        var windows = new Dictionary<string, LookWindow>(StringComparer.Ordinal);
        return store.WalkAsync(
            LookLog.Family, from - Hour, until,
            fact =>
            {
                // Each opening stands in the log of whoever looked, once.
                if (!fact.Stream.StartsWith($"{LookLog.Family}/{LookLog.ByPrefix}", StringComparison.Ordinal)
                    || Looks.Entry(fact) is not { } look)
                {
                    return ValueTask.FromResult(true);
                }

                if (!windows.TryGetValue(look.Actor, out var window))
                {
                    windows.Add(look.Actor, window = new());
                }

                var flags = window.Flags(look);
                return look.At < from ? ValueTask.FromResult(true) : each(new AuditedLook(look, flags));
            },
            ct);
    }

    // Goes through what the actor did from an hour before the oldest entry asked about.
    private async Task<Outcome<bool>> FlagAsync(
        string actor, Instant oldest,
        Dictionary<(string Actor, Instant At, string Subject, string? Case), ImmutableArray<LookFlag>> flags)
    {
        var all = new List<Look>();
        long? before = null;
        while (all.Count < MostBack)
        {
            if (!(await looks.ByAsync(actor, before, Page)).TryGet(out var read, out var refusal))
            {
                return refusal;
            }

            all.AddRange(read);
            if (read.Length < Page || read[^1].At < oldest - Hour)
            {
                break;
            }

            before = read[^1].Position;
        }

        var window = new LookWindow();
        foreach (var look in Enumerable.Reverse(all))
        {
            flags[Key(look)] = window.Flags(look);
        }

        return true;
    }

    // One opening stands in several logs, each time at another position.
    private static (string Actor, Instant At, string Subject, string? Case) Key(Look look) =>
        (look.Actor, look.At, look.Subjects[0], look.Case);
}
