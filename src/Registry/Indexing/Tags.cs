using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Heluo.Registry;

/// <summary>
/// Turns what must be found again but never stored (a citizen's number, a login) into a keyed tag: HMAC-SHA-256, 128
/// bits.
/// Without the index key, which lies apart from the data, nobody can test a guess against a tag. Tags of different uses
/// cannot be compared with each other.
/// </summary>
public sealed class Tags
{
    private const int KeyBytes = 32;
    private const int TagBytes = 16;
    private readonly byte[] key;

    private Tags(byte[] key) => this.key = key;

    /// <summary>Opens the index key of a key folder, making it (0600) when it is not there.</summary>
    /// <param name="keysFolder">The folder of keys, apart from the data.</param>
    /// <param name="chance">Fills a new key; the default is the system's generator.</param>
    /// <exception cref="InvalidDataException">The file does not hold a key.</exception>
    public static Tags Open(string keysFolder, Action<Span<byte>>? chance = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(keysFolder);
        Directory.CreateDirectory(keysFolder);
        var path = Path.Combine(keysFolder, "index.key");
        if (!File.Exists(path))
        {
            Make(path, chance ?? RandomNumberGenerator.Fill);
        }

        var read = File.ReadAllBytes(path);
        return read.Length == KeyBytes
            ? new Tags(read)
            : throw new InvalidDataException($"{path} does not hold an index key.");
    }

    /// <summary>Tags under a given key, for tests and seeded demos.</summary>
    /// <exception cref="ArgumentException">The key has not 32 bytes.</exception>
    public static Tags Under(ReadOnlySpan<byte> secret) => secret.Length == KeyBytes
        ? new Tags(secret.ToArray())
        : throw new ArgumentException("An index key has 32 bytes.", nameof(secret));

    /// <summary>The tag of a value for one use; 22 characters of base64url.</summary>
    internal string Of(string use, string value)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{use}\n{value}"), mac);
        return Base64Url.EncodeToString(mac[..TagBytes]);
    }

    // Written beside and renamed, so that a crash leaves either no key or a whole one.
    private static void Make(string path, Action<Span<byte>> chance)
    {
        var made = new byte[KeyBytes];
        chance(made);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream($"{path}.new", options))
        {
            file.Write(made);
            file.Flush(flushToDisk: true);
        }

        File.Move($"{path}.new", path, overwrite: false);
    }
}
