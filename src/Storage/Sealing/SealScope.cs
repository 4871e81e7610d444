namespace Heluo.Storage;

/// <summary>What a scope does with a sealed value that is written.</summary>
internal enum SealMode
{
    /// <summary>Envelopes pass; a plain value throws.</summary>
    Pass,

    /// <summary>Envelopes pass; a plain value is sealed first.</summary>
    Seal,

    /// <summary>The content goes into the tag of a request and nowhere else.</summary>
    Tag,

    /// <summary>Golden files hold a fixed envelope in the place of every sealed value.</summary>
    Specimen,
}

/// <summary>
/// While open on a thread, sealed values may be read and written as envelopes of one family. Serialising is
/// synchronous, so the thread is the scope.
/// </summary>
internal sealed class SealScope : IDisposable
{
    [ThreadStatic]
    private static SealScope? current;

    private readonly SealScope? outer;

    private SealScope(string family, SealMode mode, Vault? vault)
    {
        Family = family;
        Mode = mode;
        Vault = vault;
        outer = current;
        current = this;
    }

    public static SealScope? Current => current;

    public string Family { get; }

    public SealMode Mode { get; }

    public Vault? Vault { get; }

    /// <summary>Whether a value was written whose key may not be on disk yet.</summary>
    public bool NeedsFlush { get; set; }

    public static SealScope Of(string family) => new(family, SealMode.Pass, vault: null);

    public static SealScope Sealing(string family, Vault vault) => new(family, SealMode.Seal, vault);

    public static SealScope Tagging() => new("request", SealMode.Tag, vault: null);

    public static SealScope Specimen() => new("specimen", SealMode.Specimen, vault: null);

    public void Dispose() => current = outer;
}
