using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Heluo.Kernel;

/// <summary>
/// Gives ids that sort by the time they were made: 26 characters of Crockford base 32
/// (48 bits of milliseconds, 80 of chance).
/// Injected, so that a test or a seeded demo gives the same ids again.
/// </summary>
/// <param name="clock">The clock of the house.</param>
/// <param name="chance">Fills a span with chance; the default is the system's generator.</param>
public sealed class Ids(TimeProvider clock, Action<Span<byte>>? chance = null)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private readonly Action<Span<byte>> fill = chance ?? RandomNumberGenerator.Fill;

    /// <summary>A new id; ids made within one millisecond have no order among themselves.</summary>
    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        fill(bytes[6..]);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, clock.GetUtcNow().ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        var number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(26, number, static (text, left) =>
        {
            for (var i = text.Length - 1; i >= 0; i--)
            {
                text[i] = Alphabet[(int)(left & 31)];
                left >>= 5;
            }
        });
    }
}
