namespace Heluo.Storage;

/// <summary>The algorithms that what is new is made with. What is there names its own, so a store may change its suite
/// and
/// still read everything; only the hash of its chain stays the one it was begun with.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Hash">For links, commitments and names of attachments.</param>
/// <param name="Cipher">For personal values and attachments.</param>
/// <param name="MakeKey">Makes a key that signs, PEM.</param>
public sealed record CryptoSuite(string Name, IHash Hash, ICipher Cipher, Func<string> MakeKey)
{
    /// <summary>ES256, SHA-256, AES-256-GCM.</summary>
    public static CryptoSuite International { get; } = new("international", Hashes.Sha256, Ciphers.Aes, Es256.Make);

    /// <summary>SM2, SM3, SM4-GCM: what GB/T 39786 asks of commercial cryptography.</summary>
    public static CryptoSuite Sm { get; } = new("sm", Hashes.Sm3, Ciphers.Sm4, Sm2.Make);

    /// <summary>The suite of a name; null when there is none.</summary>
    public static CryptoSuite? Find(string name) =>
        name == International.Name ? International : name == Sm.Name ? Sm : null;
}
