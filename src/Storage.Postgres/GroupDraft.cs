using Heluo.Kernel;

namespace Heluo.Storage.Postgres;

/// <summary>
/// What a group will write, checked commit by commit against the versions found under the head's lock and against what
/// the commits before it in the group have done to them.
/// </summary>
/// <param name="head">The newest position stored.</param>
/// <param name="link">The link of the newest commit stored.</param>
/// <param name="documents">Version and head of every stream the group names; none for a stream without a fact.</param>
/// <param name="chain">Gives each commit its link.</param>
internal sealed class GroupDraft(
    long head, ReadOnlyMemory<byte> link, Dictionary<string, (int Version, long Head)> documents, Chain chain)
{
    private readonly Dictionary<string, DocumentRow> rows = new(StringComparer.Ordinal);

    public long Head { get; private set; } = head;

    public ReadOnlyMemory<byte> Link { get; private set; } = link;

    public List<FactRow> Facts { get; } = [];

    public IReadOnlyCollection<DocumentRow> Documents => rows.Values;

    /// <summary>The position of its first fact, or <c>store.conflict</c>; then nothing of it is written.</summary>
    public Outcome<long> Add(CommitData one)
    {
        if (Stale(one) is { } stale)
        {
            return DialectRefusals.Conflict(stale);
        }

        var first = Head + 1;
        Link = chain.Next(Link, one, first);
        foreach (var write in one.Writes)
        {
            var previous = write.Previous;
            for (var i = 0; i < write.Facts.Length; i++)
            {
                Facts.Add(new(
                    ++Head, write.Stream, write.Expected + i + 1, previous, write.Facts[i].Kind, one.At, one.Actor,
                    one.Command, Head == first ? one.Cause : null, write.Facts[i].Body)
                {
                    Link = Head == first ? Link : default,
                });
                previous = Head;
            }

            documents[write.Stream] = (write.Version, Head);
            rows[write.Stream] = new(write.Stream, write.Version, Head, write.Shelf, write.Document);
        }

        return first;
    }

    private string? Stale(CommitData one)
    {
        foreach (var read in one.Reads)
        {
            if (documents.GetValueOrDefault(read.Stream).Version != read.Version)
            {
                return read.Stream;
            }
        }

        foreach (var write in one.Writes)
        {
            if (documents.GetValueOrDefault(write.Stream) != (write.Expected, write.Previous))
            {
                return write.Stream;
            }
        }

        return null;
    }
}
