using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>Tells every follower of every change, in commit order. Used by the writer's thread alone.</summary>
internal sealed class Feed
{
    private readonly List<IFollower> followers = [];
    private readonly ConcurrentDictionary<string, string> broken = new(StringComparer.Ordinal);

    /// <summary>Names of the followers that threw, each with what it threw.</summary>
    public IReadOnlyDictionary<string, string> Broken => broken;

    public void Attach(IFollower follower, IEnumerable<Change> documents)
    {
        follower.Rebuild(documents);
        followers.Add(follower);
    }

    public void Publish(CommitData commit, long first)
    {
        var position = first - 1;
        foreach (var write in commit.Writes)
        {
            position += write.Facts.Length;
            if (followers.Count > 0)
            {
                Tell(new(
                    write.Stream,
                    write.Before,
                    write.After!,
                    write.Facts.Select(fact => fact.Fact).ToImmutableArray(),
                    commit.StampAt(position, write.Version)));
            }
        }
    }

    public void Tell(Change change)
    {
        for (var i = 0; i < followers.Count; i++)
        {
            var follower = followers[i];
            if (follower.Family is not null && !IsOf(follower.Family, change.Stream))
            {
                continue;
            }

            try
            {
                follower.On(change);
            }
            catch (Exception thrown)
            {
                // Its view may now be half made: it sees nothing more, and health says so until the next start.
                broken[follower.Name] = thrown.Message;
                followers.RemoveAt(i--);
            }
        }
    }

    private static bool IsOf(string family, string stream) => stream.Length > family.Length
        && stream[family.Length] == '/' && stream.StartsWith(family, StringComparison.Ordinal);
}
