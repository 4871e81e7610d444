namespace Heluo.Storage;

/// <summary>Who sees every commit in the order of the journal. Used by the writer's thread alone.</summary>
internal interface IJournalReader
{
    /// <summary>Sees what other processes stored, up to a position.</summary>
    /// <exception cref="DialectException">It cannot be read, or this process does not understand it.</exception>
    void CatchUp(long head);

    /// <summary>Whether the command of a commit is in the journal already.</summary>
    bool IsKnown(CommitData commit);

    /// <summary>Sees a commit of this process.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="first">Position of its first fact.</param>
    void Published(CommitData commit, long first);
}
