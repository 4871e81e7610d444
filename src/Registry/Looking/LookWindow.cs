using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Registry;

/// <summary>The people that one actor looked at within the last hour, entry by entry in order of time.</summary>
internal sealed class LookWindow
{
    /// <summary>More people than this within an hour are many: a window clerk serves some twelve.</summary>
    public const int Many = 30;

    private static readonly Duration Hour = Duration.FromHours(1);
    private readonly Queue<(Instant At, ImmutableArray<string> Subjects)> recent = new();
    private readonly Dictionary<string, int> people = new(StringComparer.Ordinal);

    /// <summary>Takes the next entry and tells what is to be said of it.</summary>
    public ImmutableArray<LookFlag> Flags(Look look)
    {
        while (recent.TryPeek(out var oldest) && oldest.At <= look.At - Hour)
        {
            foreach (var subject in recent.Dequeue().Subjects)
            {
                if (--people[subject] == 0)
                {
                    people.Remove(subject);
                }
            }
        }

        recent.Enqueue((look.At, look.Subjects));
        foreach (var subject in look.Subjects)
        {
            people[subject] = people.GetValueOrDefault(subject) + 1;
        }

        var atWork = !look.Actor.StartsWith("person/", StringComparison.Ordinal);
        ImmutableArray<LookFlag> none = atWork && look.Case is null ? [LookFlag.NoCase] : [];
        return people.Count > Many ? none.Add(LookFlag.Bulk) : none;
    }
}
