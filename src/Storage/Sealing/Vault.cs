using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>
/// Seals personal values and opens them again. Each subject and purpose has its own data key, wrapped by the master
/// key and kept apart from the data; destroying it makes every value under it unreadable everywhere, backups too,
/// while the commitments in the journal still prove what was there (PIPL art. 47).
/// </summary>
public sealed partial class Vault : IDisposable
{
    private const int SaltBytes = 16;
    private const int TagKeyBytes = 32;
    private const int CachedKeys = 20_000;
    private readonly KeyFile file;
    private readonly ErasureList list;
    private readonly byte[] master;
    private readonly ICipher wrapping;
    private readonly CryptoSuite suite;
    private readonly byte[] tagKey;
    private readonly TimeProvider clock;
    private readonly Action<Span<byte>> chance;
    private readonly LruCache<string, DataKey> byUse = new(CachedKeys, _ => 1);
    private readonly LruCache<string, DataKey> byId = new(CachedKeys, _ => 1);
    private readonly Dictionary<string, DataKey> waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim flushing = new(1, 1);
    private readonly Lock gate = new();
    private int waitingCount;
    private int late;

    private Vault(
        KeyFile file, ErasureList list, Master master, byte[] tagKey, CryptoSuite suite, TimeProvider clock,
        Action<Span<byte>> chance)
    {
        this.file = file;
        this.list = list;
        (this.master, wrapping) = (master.Key, master.Cipher);
        this.suite = suite;
        this.tagKey = tagKey;
        this.clock = clock;
        this.chance = chance;
    }

    /// <summary>
    /// Opens a sealed value without writing down who looked. Nobody but the access log's own door may call this: a
    /// read of personal data without a log entry breaks the fifth law of the house.
    /// </summary>
    /// <returns>The value, or <c>vault.erased</c>, <c>vault.key_missing</c>, <c>vault.damaged</c>,
    /// <c>vault.algorithm</c>,
    /// <c>vault.plain</c>.</returns>
    public Outcome<JsonElement> OpenUnlogged(Sealed value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Envelope is not { } envelope)
        {
            return VaultRefusals.Plain();
        }

        return Key(envelope.Key).Then(key => Open(envelope, key)).Then<JsonElement>(opened => opened.Value);
    }

    /// <summary>Opens a sealed value together with the salt that proves it.</summary>
    /// <inheritdoc cref="OpenUnlogged(Sealed)"/>
    public Outcome<ProvenValue> ProveUnlogged(Sealed value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Envelope is { } envelope
            ? Key(envelope.Key).Then(key => Open(envelope, key))
            : VaultRefusals.Plain();
    }

    /// <inheritdoc cref="OpenUnlogged(Sealed)"/>
    public Outcome<string> OpenTextUnlogged(Sealed value) => OpenUnlogged(value).Then<string>(opened =>
        opened.ValueKind == JsonValueKind.String ? opened.GetString()! : VaultRefusals.Damaged());

    /// <inheritdoc cref="OpenUnlogged(Sealed)"/>
    public Outcome<T> OpenValueUnlogged<T>(Sealed value) => OpenUnlogged(value).Then<T>(opened =>
        opened.Deserialize<T>(JournalJson.Options) is { } given ? given : VaultRefusals.Damaged());

    /// <summary>Whose value it is and what for, as its key knows; the value stays closed.</summary>
    /// <returns>Subject and purpose, or <c>vault.erased</c>, <c>vault.key_missing</c>, <c>vault.plain</c>.</returns>
    public Outcome<(string Subject, string Purpose)> OwnerOf(Sealed value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Envelope is { } envelope
            ? Key(envelope.Key).Then<(string, string)>(static key => (key.Subject, key.Purpose))
            : VaultRefusals.Plain();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        file.Dispose();
        flushing.Dispose();
        CryptographicOperations.ZeroMemory(master);
    }

    /// <summary>Opens the key folder, making master key and key file when neither is there.</summary>
    internal static Outcome<Vault> Open(
        string folder, TimeProvider clock, CryptoSuite? suite = null, ErasureList? list = null,
        Action<Span<byte>>? chance = null)
    {
        try
        {
            var made = Make(
                folder, clock, suite ?? CryptoSuite.International, list ?? ErasureList.In(folder),
                chance ?? RandomNumberGenerator.Fill);
            if (!made.IsRefused && made.Value.Replay() is { } refusal)
            {
                made.Value.Dispose();
                return refusal;
            }

            return made;
        }
        catch (Exception wrong) when (wrong is DialectException or IOException or UnauthorizedAccessException)
        {
            return wrong is DialectException { IsDamage: true }
                ? StorageRefusals.Corrupt($"key file in '{folder}'", wrong.Message)
                : StorageRefusals.Unreadable(folder, wrong.Message);
        }
    }

    /// <summary>Whether there are keys that are not on disk yet.</summary>
    internal bool IsWaiting => Volatile.Read(ref waitingCount) > 0;

    /// <summary>Seals a plain value in place; a sealed one stays as it is.</summary>
    internal void Seal(Sealed value, string family)
    {
        if (!value.IsPlain)
        {
            return;
        }

        var key = KeyFor(value.Subject!, value.Purpose!);
        var content = new byte[SaltBytes + value.Plain.Length];
        chance(content.AsSpan(0, SaltBytes));
        value.Plain.CopyTo(content.AsSpan(SaltBytes));
        var cipher = Ciphers.Find(key.Algorithm) ?? throw new DialectException(
            $"The cipher '{key.Algorithm}' of a data key is not known here.", isDamage: true);
        Span<byte> proof = stackalloc byte[Hashes.Bytes];
        suite.Hash.Digest(content, proof);

        // The nonce is the start of the commitment: it is as unique as the salt, and need not be stored twice.
        var secret = cipher.Encrypt(key.Key, proof[..Ciphers.NonceBytes], content, Bound(key, family));
        value.Close(new(key.Id, Base64Url.EncodeToString(secret), Commitment.Text(suite.Hash, proof), family));
    }

    /// <summary>Fresh chance, for keys and salts.</summary>
    internal byte[] Chance(int length)
    {
        var bytes = new byte[length];
        chance(bytes);
        return bytes;
    }

    /// <summary>A running tag; its first four bytes count.</summary>
    internal IncrementalHash Tagging() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, tagKey);

    /// <summary>A keyed 32-bit tag of a request.</summary>
    internal uint Tag(ReadOnlySpan<byte> request)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(tagKey, request, mac);
        return BitConverter.ToUInt32(mac);
    }

    private static byte[] Bound(DataKey key, string family) =>
        Encoding.UTF8.GetBytes($"{key.Algorithm}\n{family}\n{key.Subject}\n{key.Purpose}");

    private static Outcome<Vault> Make(
        string folder, TimeProvider clock, CryptoSuite suite, ErasureList list, Action<Span<byte>> chance)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var path = Path.Combine(folder, "master.key");
        var isNew = !File.Exists(path) && !File.Exists(Path.Combine(folder, "keys.db"));
        var read = isNew ? MasterKey.Make(path, suite.Cipher, chance) : MasterKey.Read(path);
        if (!read.TryGet(out var key, out var refusal) || !KeyFile.Open(folder).TryGet(out var file, out refusal))
        {
            return refusal;
        }

        if (TagKey(file, key, chance) is { } tagKey)
        {
            return new Vault(file, list, key, tagKey, suite, clock, chance);
        }

        file.Dispose();
        return VaultRefusals.MasterWrong(path);
    }

    private static byte[]? TagKey(KeyFile file, Master master, Action<Span<byte>> chance)
    {
        var bound = "command-tag"u8;
        if (file.House("command-tag") is { } wrapped)
        {
            return master.Cipher.Decrypt(
                master.Key, wrapped.AsSpan(0, Ciphers.NonceBytes), wrapped.AsSpan(Ciphers.NonceBytes), bound);
        }

        var made = new byte[TagKeyBytes];
        var nonce = new byte[Ciphers.NonceBytes];
        chance(made);
        chance(nonce);
        file.SetHouse("command-tag", [.. nonce, .. master.Cipher.Encrypt(master.Key, nonce, made, bound)]);
        return made;
    }

    private static Outcome<ProvenValue> Open(Envelope envelope, DataKey key)
    {
        if (Ciphers.Find(key.Algorithm) is not { } by)
        {
            return VaultRefusals.Algorithm(key.Algorithm);
        }

        if (!TryDecode(envelope.Cipher, out var cipher) || Commitment.Parse(envelope.Proof) is not var (hash, proof))
        {
            return VaultRefusals.Damaged();
        }

        var content = by.Decrypt(key.Key, proof.AsSpan(0, Ciphers.NonceBytes), cipher, Bound(key, envelope.Family));
        if (content is null || content.Length < SaltBytes || !hash.Of(content).AsSpan().SequenceEqual(proof))
        {
            return VaultRefusals.Damaged();
        }

        using var document = JsonDocument.Parse(content.AsMemory(SaltBytes));
        return new ProvenValue(
            document.RootElement.Clone(), Base64Url.EncodeToString(content.AsSpan(0, SaltBytes)));
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return bytes.Length > 0;
    }
}
