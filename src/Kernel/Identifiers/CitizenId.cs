using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>The sex that a citizen's number carries.</summary>
public enum Sex
{
    /// <summary>An even serial.</summary>
    Female,

    /// <summary>An odd serial.</summary>
    Male,
}

/// <summary>
/// A citizen's number (GB 11643): six digits of division, eight of birth date, three of serial, and a check
/// character by
/// ISO 7064 MOD 11-2. The numbers of residence permits for Hong Kong, Macao and Taiwan residents and of foreign
/// permanent
/// residents have the same form. Read, it also takes the old form of 15 digits, which it upgrades, and a small x.
/// The division is not looked up: it may have been abolished since. Two cards are the same when their numbers are.
/// Personal data: show <see cref="Mask"/>, seal the rest.
/// </summary>
[JsonConverter(typeof(TextConverter<CitizenId>))]
public readonly record struct CitizenId : IReadText<CitizenId>
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private readonly string? text;

    private CitizenId(string text) => this.text = text;

    /// <summary>The six digits of the division where the number was first given; perhaps abolished.</summary>
    public string Division => text is null ? "" : text[..6];

    /// <summary>The birth date that the number carries.</summary>
    public LocalDate BirthDate => Texts.Date(ToString().AsSpan(6, 8))!.Value;

    /// <summary>The sex that the number carries.</summary>
    public Sex Sex => (ToString()[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Whole years of age on a day; negative before birth. Born on 29 February, one is a year older on 1
    /// March.
    /// </summary>
    public int AgeOn(LocalDate day)
    {
        var born = BirthDate;
        return day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
    }

    /// <summary>The number with all but the first and the last character hidden.</summary>
    public string Mask() => text is null ? "" : $"{text[0]}{new string('*', 16)}{text[17]}";

    /// <summary>Reads a number of 18 or 15 characters. Refuses <c>id.length</c>, <c>id.format</c> (anything but
    /// digits),
    /// <c>id.division</c> (no such province), <c>id.birth_date</c>, <c>id.check_digit</c>.</summary>
    public static Outcome<CitizenId> Read(ReadOnlySpan<char> text)
    {
        if (text.Length is not (15 or 18))
        {
            return Texts.Refuse("id.length", "A citizen's number has 18 characters, an old one 15.");
        }

        Span<char> number = stackalloc char[18];
        if (text.Length == 18)
        {
            text.CopyTo(number);
        }
        else
        {
            text[..6].CopyTo(number);
            "19".CopyTo(number[6..]);
            text[6..].CopyTo(number[8..]);
        }

        return Texts.AreDigits(number[..17])
            ? Checked(number, text.Length == 15)
            : Texts.Refuse("id.format", "A citizen's number consists of digits; only its last character may be X.");
    }

    /// <summary>Reads a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; its message carries the code of <see cref="Read"/>.</exception>
    public static CitizenId Parse(ReadOnlySpan<char> text) => Texts.Parse<CitizenId>(text);

    /// <summary>Reads a text; false when it stands for none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out CitizenId value) =>
        Texts.TryParse(text, out value);

    /// <summary>The 18 characters, X large. Never log it.</summary>
    public override string ToString() => text ?? "";

    private static Outcome<CitizenId> Checked(Span<char> number, bool old)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (number[i] - '0') * Weights[i];
        }

        var check = CheckCharacters[sum % 11];
        if (number[17] is 'x')
        {
            number[17] = 'X';
        }

        if (!old && !Texts.IsDigit(number[17]) && number[17] != 'X')
        {
            return Texts.Refuse("id.format", "The last character of a citizen's number is a digit or X.");
        }

        if (!Provinces.Has(number[0] == '9' ? number[1..3] : number[..2]))
        {
            return Texts.Refuse("id.division", "No province has the first digits of this number.");
        }

        if (Texts.Date(number[6..14]) is null)
        {
            return Texts.Refuse("id.birth_date", "The birth date in this number does not exist.");
        }

        if (!old && number[17] != check)
        {
            return Texts.Refuse("id.check_digit", "The check character does not fit: one character is wrong.");
        }

        number[17] = check;
        return new CitizenId(new string(number));
    }
}
