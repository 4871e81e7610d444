namespace Heluo.Storage;

/// <summary>
/// While open on a thread, sealed values may be read and written as envelopes of one family; with a vault, plain ones are
/// sealed as they are written. Serialising is synchronous, so the thread is the scope.
/// </summary>
internal sealed class SealScope : IDisposable
{
    [ThreadStatic]
    private static SealScope? current;

    private readonly SealScope? outer;

    private SealScope(string family, Vault? vault, bool specimen)
    {
        Family = family;
        Vault = vault;
        IsSpecimen = specimen;
        outer = current;
        current = this;
    }

    public static SealScope? Current => current;

    public string Family { get; }

    public Vault? Vault { get; }

    /// <summary>Golden files hold a fixed envelope in the place of every sealed value.</summary>
    public bool IsSpecimen { get; }

    /// <summary>Whether a key was used that is not on disk yet.</summary>
    public bool NeedsFlush { get; set; }

    public static SealScope Of(string family) => new(family, vault: null, specimen: false);

    public static SealScope Sealing(string family, Vault vault) => new(family, vault, specimen: false);

    public static SealScope Specimen() => new("specimen", vault: null, specimen: true);

    public void Dispose() => current = outer;
}
