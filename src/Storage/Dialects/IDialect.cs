using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>
/// Everything a database must do for the store, and nothing more. One for SQLite stands in this room; others live in
/// rooms of their own and pass the same suite.
/// </summary>
public interface IDialect : IDisposable
{
    /// <summary>Where attachments rest beside the journal; null when they rest in the folder of the store.</summary>
    IBlobShelf? Shelf { get; }

    /// <summary>Position of the newest fact this process knows to be stored; 0 when there is none.</summary>
    long Head { get; }

    /// <summary>Position of the newest stored fact, whoever wrote it.</summary>
    ValueTask<long> HeadAsync();

    /// <summary>The link of the newest commit this process knows to be stored; empty when there is none.</summary>
    ReadOnlyMemory<byte> Link { get; }

    /// <summary>
    /// Takes the journal for writing: until the next <see cref="Write"/> or <see cref="Leave"/> has ended no other
    /// process writes.
    /// </summary>
    /// <returns>Position of the newest fact, whoever wrote it.</returns>
    /// <exception cref="DialectException">It cannot be taken; nothing was sent.</exception>
    long Take();

    /// <summary>Lets go of what was taken, when there is nothing to write after all.</summary>
    void Leave();

    /// <summary>
    /// Stores a group of commits in one transaction, each alone in failing, and returns when what succeeded is on disk.
    /// Called by one thread at a time. Positions follow each other without gaps, in the order of the group.
    /// </summary>
    /// <param name="group">The commits.</param>
    /// <param name="chain">Gives each its link to the one before.</param>
    /// <returns>For each commit the position of its first fact, or <c>store.conflict</c>, <c>store.full</c>,
    /// <c>store.failed</c>.</returns>
    /// <exception cref="InDoubtException">Nobody knows whether the group was stored.</exception>
    ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain);

    /// <summary>House-keeping after a group was answered, such as moving a write-ahead log into the file.</summary>
    void Tend();

    /// <summary>A stream's document; null when it has no fact.</summary>
    ValueTask<DocumentRow?> DocumentAsync(string stream);

    /// <summary>One fact; null when there is none at that position.</summary>
    ValueTask<FactRow?> FactAsync(long position);

    /// <summary>Facts from a position on, ascending.</summary>
    ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max);

    /// <summary>A stream's facts, newest first, from a position downwards along the links.</summary>
    ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max);

    /// <summary>Links of commits whose first fact stands at a position or after it, ascending.</summary>
    ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max);

    /// <summary>Gives links to commits that were stored without one, by a version of the house that had none; the last
    /// one given is the newest. Nothing that has a link is changed.</summary>
    void Relink(IReadOnlyList<CommitLink> links);

    /// <summary>What the database itself finds wrong with what it stores; null when nothing.</summary>
    ValueTask<string?> CheckAsync();

    /// <summary>Documents of a family in order of their stream ids, after one of them.</summary>
    /// <param name="family">The family.</param>
    /// <param name="shelf">Only those on this shelf; null for all.</param>
    /// <param name="after">The last stream id of the page before; null for the first page.</param>
    /// <param name="max">How many at most.</param>
    ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(string family, string? shelf, string? after, int max);

    /// <summary>Replaces documents by refolded ones, leaving their versions.</summary>
    void Replace(IReadOnlyList<DocumentRow> documents);

    /// <summary>A small named value of the store itself, such as its id.</summary>
    string? About(string name);

    /// <summary>Sets a small named value of the store itself.</summary>
    void SetAbout(string name, string value);
}
