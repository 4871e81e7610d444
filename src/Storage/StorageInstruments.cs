using System.Diagnostics.Metrics;

namespace Heluo.Storage;

/// <summary>The meters of this room, under the name <c>Heluo.Storage</c>.</summary>
internal static class StorageInstruments
{
    private static readonly Meter Meter = new("Heluo.Storage");

    private static readonly Counter<long> Commits = Meter.CreateCounter<long>(
        "heluo.storage.commits", "{commit}", "Commits made durable.");

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "heluo.storage.commits.refused", "{commit}", "Commits refused by a version or for want of room.");

    private static readonly Histogram<int> Group = Meter.CreateHistogram<int>(
        "heluo.storage.group", "{commit}", "Commits that shared one sync of the disk.");

    private static readonly Counter<long> Log = Meter.CreateCounter<long>(
        "heluo.storage.log", "By", "Bytes written to the write-ahead log.");

    public static void Grouped(int commits, int refused)
    {
        Group.Record(commits);
        Commits.Add(commits - refused);
        Refused.Add(refused);
    }

    public static void Logged(long bytes) => Log.Add(bytes);
}
