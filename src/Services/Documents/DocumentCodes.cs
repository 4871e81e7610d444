using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heluo.Cases;

namespace Heluo.Services;

/// <summary>
/// The code a document carries: the number of the algorithm (1: HMAC-SHA-256, 96 bits), a tag over the record of the
/// document,
/// its id; in Crockford's base 32. Whoever types it may mix up o and 0, i, l and 1.
/// </summary>
/// <param name="keys">The key.</param>
internal sealed class DocumentCodes(DocumentKeys keys)
{
    public const int Longest = 80;

    private const char Algorithm = '1';
    private const int TagLength = 20;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The code of a document.</summary>
    public string Of(Case state, IssuedDocument document) => $"{Algorithm}{Tag(state, document)}{document.Id}";

    /// <summary>The id a code speaks of; null when it is no code.</summary>
    public static string? IdOf(string code)
    {
        var plain = Plain(code);
        return plain.Length > 1 + TagLength && plain[0] == Algorithm ? plain[(1 + TagLength)..] : null;
    }

    /// <summary>Whether a code is the one of a document as its record stands.</summary>
    public bool Fits(string code, Case state, IssuedDocument document) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Plain(code)), Encoding.ASCII.GetBytes(Of(state, document)));

    private static string Plain(string code) => code.Length > Longest
        ? ""
        : string.Concat(code.ToLowerInvariant().Where(sign => sign is not ('-' or ' ')).Select(sign => sign switch
        {
            'o' => '0',
            'i' or 'l' => '1',
            _ => Alphabet.Contains(sign, StringComparison.Ordinal) ? sign : '?',
        }));

    private string Tag(Case state, IssuedDocument document)
    {
        var tag = keys.Tag(string.Create(
            CultureInfo.InvariantCulture,
            $"{Algorithm}\n{document.Id}\n{state.Number}\n{document.Template}\n{document.Number}\n"
            + $"{document.Version}\n{document.At.ToUnixTimeTicks()}"));
        return string.Create(TagLength, tag, static (text, bytes) =>
        {
            var (bits, held, next) = (0, 0, 0);
            for (var i = 0; i < text.Length; i++)
            {
                if (held < 5)
                {
                    bits = (bits << 8) | (next < bytes.Length ? bytes[next++] : 0);
                    held += 8;
                }

                held -= 5;
                text[i] = Alphabet[(bits >> held) & 31];
            }
        });
    }
}
