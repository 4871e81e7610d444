using NodaTime;

namespace Heluo.Storage;

/// <summary>Where attachments rest, encrypted: in the folder of the store, or beside the journal in its
/// database.</summary>
public interface IBlobShelf
{
    /// <summary>Takes a finished file in under its name; it is on disk when this returns. Taking the same twice changes
    /// nothing.</summary>
    /// <param name="name">The hash of what lies in the file, 64 hexadecimal digits in lower case.</param>
    /// <param name="draft">The file; it may be moved away.</param>
    /// <param name="at">When, by the clock of the house; the sweep goes by it.</param>
    /// <exception cref="IOException">It could not be kept.</exception>
    void Keep(string name, string draft, Instant at);

    /// <summary>What lies under a name, from its beginning; null when there is nothing.</summary>
    /// <exception cref="IOException">It could not be read.</exception>
    Stream? Open(string name);

    /// <summary>Removes what is older than a time and not named; gives how many.</summary>
    int Sweep(IReadOnlySet<string> named, Instant before);
}
