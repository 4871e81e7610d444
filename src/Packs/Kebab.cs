using System.Text;

namespace Heluo.Packs;

/// <summary>The names of packs (<c>venue-kind</c>) beside those of C# (<c>VenueKind</c>) and CEL
/// (<c>venue_kind</c>).</summary>
public static class Kebab
{
    /// <summary>The kebab-case name of a C# name: <c>OtherPower</c> → <c>other-power</c>.</summary>
    public static string Of(string pascal)
    {
        ArgumentNullException.ThrowIfNull(pascal);
        var name = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>The name by which CEL addresses an id: <c>venue-kind</c> → <c>venue_kind</c>.</summary>
    public static string ToCel(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Replace('-', '_');
    }

    /// <summary>Whether a word is a kebab-case id: words of a–z and 0–9 joined by single hyphens, a letter
    /// first.</summary>
    public static bool IsId(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var afterHyphen = true;
        foreach (var letter in word)
        {
            if (letter == '-' ? afterHyphen : !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter))
            {
                return false;
            }

            afterHyphen = letter == '-';
        }

        return word.Length > 0 && !afterHyphen && char.IsAsciiLetterLower(word[0]);
    }
}
