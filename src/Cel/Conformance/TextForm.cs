using System.Globalization;
using System.Text;

namespace Heluo.Cel.Conformance;

/// <summary>The tests are written in protobuf's text form, whose escapes <c>\u0100</c>, <c>\U00088888</c> and <c>\?</c>
/// some files still carry undecoded in the wanted texts; no expression can give those.</summary>
internal static class TextForm
{
    /// <summary>The wanted value with these escapes decoded.</summary>
    public static CelValue Decode(in CelValue wanted) => wanted.Kind switch
    {
        CelKind.String => Decode(wanted.AsString),
        CelKind.Bytes => CelValue.Of(Encoding.UTF8.GetBytes(Decode(Encoding.UTF8.GetString(wanted.AsBytes)))),
        _ => wanted,
    };

    private static string Decode(string text)
    {
        var made = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var isEscape = text[at] == '\\' && at + 1 < text.Length;
            var digits = !isEscape ? -1 : text[at + 1] switch { 'u' => 4, 'U' => 8, '?' => 0, _ => -1 };
            if (digits > 0 && at + 2 + digits <= text.Length && int.TryParse(text.AsSpan(at + 2, digits),
                    NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
            {
                made.Append(new Rune(code).ToString());
                at += 1 + digits;
            }
            else if (digits != 0)
            {
                made.Append(text[at]);
            }
        }

        return made.ToString();
    }
}
