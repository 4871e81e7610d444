using System.Globalization;

namespace Heluo.Storage;

/// <summary>
/// Accepted commands of the last 48 hours, each with where it stands in the journal. Filled from the journal at start.
/// Bounded by count as well: under a flood the oldest are forgotten first, and then ids of their age are refused as
/// expired.
/// </summary>
internal sealed class RecentCommands(long windowMilliseconds, int limit)
{
    private readonly Dictionary<(string Actor, string Command), (long First, uint Tag)> known = [];
    private readonly LinkedList<(string Actor, string Command, long At)> order = [];
    private readonly Lock gate = new();
    private long forgotten = long.MinValue;

    public void Add(CommitData commit, long first) => Add(commit.Actor, commit.Command, commit.At, first, commit.Cause);

    public void Add(string actor, string command, long at, long first, string cause)
    {
        var tag = uint.TryParse(cause.AsSpan(0, Math.Min(8, cause.Length)), NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out var read) ? read : 0;
        lock (gate)
        {
            if (known.TryAdd((actor, command), (first, tag)))
            {
                order.AddLast((actor, command, at));
            }

            while (order.First is { } oldest && (order.Count > limit || oldest.Value.At < at - windowMilliseconds))
            {
                forgotten = Math.Max(forgotten, oldest.Value.At);
                known.Remove((oldest.Value.Actor, oldest.Value.Command));
                order.RemoveFirst();
            }
        }
    }

    /// <summary>Commands up to this moment, in Unix milliseconds, were forgotten before they came here.</summary>
    public void ForgotUntil(long at)
    {
        lock (gate)
        {
            forgotten = Math.Max(forgotten, at);
        }
    }

    /// <summary>Whether a command made at a moment may have been accepted and forgotten.</summary>
    /// <param name="made">When its id was made, in Unix milliseconds.</param>
    /// <param name="now">The present moment.</param>
    public bool MayHaveForgotten(long made, long now)
    {
        lock (gate)
        {
            return made <= Math.Max(forgotten, now - windowMilliseconds);
        }
    }

    public (long First, uint Tag)? Find(string actor, string command)
    {
        lock (gate)
        {
            return known.TryGetValue((actor, command), out var found) ? found : null;
        }
    }
}
