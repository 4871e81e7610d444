using System.Text;

namespace Heluo.Services;

/// <summary>
/// First letters of pinyin. The characters of level 1 of GB 2312 stand in the order of their pinyin, so the places
/// where a
/// letter begins say the letter of any of them; rarer characters have none and are passed over.
/// </summary>
internal static class Initials
{
    private const int Last = 0xD7F9;
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;

    private static readonly (int From, char Letter)[] Begins =
    [
        (0xB0A1, 'a'), (0xB0C5, 'b'), (0xB2C1, 'c'), (0xB4EE, 'd'), (0xB6EA, 'e'), (0xB7A2, 'f'), (0xB8C1, 'g'),
            (0xB9FE, 'h'),
        (0xBBF7, 'j'), (0xBFA6, 'k'), (0xC0AC, 'l'), (0xC2E8, 'm'), (0xC4C3, 'n'), (0xC5B6, 'o'), (0xC5BE, 'p'),
            (0xC6DA, 'q'),
        (0xC8BB, 'r'), (0xC8F6, 's'), (0xCBFA, 't'), (0xCDDA, 'w'), (0xCEF4, 'x'), (0xD1B9, 'y'), (0xD4D1, 'z'),
    ];

    /// <summary>The first letter of a character's pinyin; null when it is not known.</summary>
    public static char? Of(char character)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (character < 0x4E00 || Gb.GetBytes([character], bytes) != 2)
        {
            return null;
        }

        var code = (bytes[0] << 8) | bytes[1];
        if (code < Begins[0].From || code > Last)
        {
            return null;
        }

        var place = Begins.Length - 1;
        while (Begins[place].From > code)
        {
            place--;
        }

        return Begins[place].Letter;
    }

    /// <summary>The first letters of a run of characters, those without one left out.</summary>
    public static string OfRun(string run) => string.Concat(run.Select(character => Of(character)).OfType<char>());
}
