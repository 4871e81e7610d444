namespace Heluo.Storage;

/// <summary>The written limits of the room. Going over one is refused by name, never cut short.</summary>
public static class Limits
{
    /// <summary>Characters of a stream id, family and key together.</summary>
    public const int StreamLength = 200;

    /// <summary>Characters of the name of a fact kind.</summary>
    public const int KindLength = 60;

    /// <summary>Characters of a command id; printable ASCII.</summary>
    public const int CommandLength = 100;

    /// <summary>Characters of an actor's id.</summary>
    public const int ActorLength = 200;

    /// <summary>Characters of a shelf.</summary>
    public const int ShelfLength = 200;

    /// <summary>Bytes of the JSON body of one fact.</summary>
    public const int FactBytes = 256 * 1024;

    /// <summary>Bytes of the JSON body of one document.</summary>
    public const int DocumentBytes = 1024 * 1024;

    /// <summary>Bytes of the plaintext of one sealed value.</summary>
    public const int SealedBytes = 64 * 1024;

    /// <summary>Facts of one commit.</summary>
    public const int FactsPerCommit = 512;

    /// <summary>Streams one commit may read or write, its own among them.</summary>
    public const int StreamsPerCommit = 64;

    /// <summary>Facts or documents one read gives at most.</summary>
    public const int PageSize = 10_000;

    /// <summary>Times a decision is taken again when what it read has changed meanwhile.</summary>
    public const int Retries = 3;
}
