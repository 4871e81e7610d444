namespace Heluo.Storage;

/// <summary>A database failed. On reading it becomes a refusal; on writing the dialect has already said what it
/// means.</summary>
/// <param name="message">What failed.</param>
/// <param name="isDamage">Whether the file itself is not what it should be.</param>
public class DialectException(string message, bool isDamage) : Exception(message)
{
    /// <summary>Whether the file itself is not what it should be.</summary>
    public bool IsDamage => isDamage;

    /// <summary>Whether it had been closed before.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether there was no room.</summary>
    public virtual bool IsFull => false;
}
