using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Heluo.Registry;

/// <summary>Makes secrets that are shown once and kept only as a hash. They carry 160 bits, so a plain hash is
/// enough.</summary>
/// <param name="chance">Fills a span with chance; the default is the system's generator.</param>
public sealed class Secrets(Action<Span<byte>>? chance = null)
{
    private const int SecretBytes = 20;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private readonly Action<Span<byte>> fill = chance ?? RandomNumberGenerator.Fill;

    /// <summary>A new secret: 32 characters that can be read out over a telephone.</summary>
    internal string Next()
    {
        Span<byte> bytes = stackalloc byte[SecretBytes];
        fill(bytes);
        return InLetters(bytes);
    }

    /// <summary>The hash under which a secret is kept.</summary>
    internal static string Hash(string secret) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares two hashes in a time that does not tell where they differ.</summary>
    internal static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>
    /// The id of what one command makes: the same actor sending the same command makes the same thing, not a second
    /// one.
    /// </summary>
    internal static string IdOf(string actor, string command)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{actor}\n{command}"), hash);
        return InLetters(hash[..15]);
    }

    private static string InLetters(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5);
        var (pending, bits) = (0, 0);
        foreach (var one in bytes)
        {
            pending = (pending << 8) | one;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(pending >> bits) & 31]);
            }

            pending &= (1 << bits) - 1;
        }

        return text.ToString();
    }
}
