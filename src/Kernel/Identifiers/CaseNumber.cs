using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>By which scheme a case is numbered.</summary>
public enum CaseNumberScheme
{
    /// <summary>The national number of a service case: implementation code, date, four digits of serial.</summary>
    Service,

    /// <summary>A number of the pack's own: prefix, division, date, serial, joined by hyphens.</summary>
    Prefixed,
}

/// <summary>
/// The number of a case. A service case has the national 43 characters (implementation code 31, date 8, serial 4,
/// from 0001
/// each day); other cases have a number such as <c>SJ-410105-20210104-0001</c>, whose prefix the pack names. Both
/// may stand
/// in an address as they are. The year lies between 1800 and 2199.
/// </summary>
[JsonConverter(typeof(TextConverter<CaseNumber>))]
public readonly record struct CaseNumber : IReadText<CaseNumber>
{
    /// <summary>Characters of a service number.</summary>
    public const int ServiceLength = ImplementationCode.Length + 8 + 4;

    /// <summary>Largest serial of a day in a service number.</summary>
    public const int MaxServiceSerial = 9_999;

    /// <summary>Largest serial of a day in a number of the pack's own.</summary>
    public const int MaxPrefixedSerial = 999_999;

    /// <summary>Most letters and digits of a prefix.</summary>
    public const int MaxPrefix = 8;

    private readonly string? text;

    private CaseNumber(string text) => this.text = text;

    /// <summary>By which scheme it is made.</summary>
    public CaseNumberScheme Scheme =>
        ToString().Contains('-', StringComparison.Ordinal) ? CaseNumberScheme.Prefixed : CaseNumberScheme.Service;

    /// <summary>The implementation code of a service number; else null.</summary>
    public ImplementationCode? Implementation =>
        Scheme == CaseNumberScheme.Service ? ImplementationCode.Parse(ToString().AsSpan(0, 31)) : null;

    /// <summary>The prefix of a number of the pack's own; else empty.</summary>
    public string Prefix => Scheme == CaseNumberScheme.Service ? "" : ToString().Split('-')[0];

    /// <summary>The division in a number of the pack's own; else null.</summary>
    public DivisionCode? Division =>
        Scheme == CaseNumberScheme.Service ? null : DivisionCode.Parse(ToString().Split('-')[1]);

    /// <summary>The day on which it was given, on the local calendar.</summary>
    public LocalDate Date => Texts.Date(Scheme == CaseNumberScheme.Service
        ? ToString().AsSpan(31, 8)
        : ToString().Split('-')[2])!.Value;

    /// <summary>The serial of that day, from 1.</summary>
    public int Serial => Texts.Number(Scheme == CaseNumberScheme.Service
        ? ToString().AsSpan(39)
        : ToString().Split('-')[3]);

    /// <summary>Numbers a service case. Refuses <c>case_number.serial</c> outside 1 to 9,999.</summary>
    public static Outcome<CaseNumber> ForService(ImplementationCode item, LocalDate day, int serial) =>
        serial is >= 1 and <= MaxServiceSerial
            ? Read(FormattableString.Invariant($"{item}{day.Year:0000}{day.Month:00}{day.Day:00}{serial:0000}"))
            : Serials();

    /// <summary>Numbers a case of the pack's own. Refuses <c>case_number.serial</c> outside 1 to 999,999,
    /// <c>case_number.prefix</c>.</summary>
    public static Outcome<CaseNumber> ForPrefix(string prefix, DivisionCode division, LocalDate day, int serial) =>
        serial is >= 1 and <= MaxPrefixedSerial
            ? Read(FormattableString.Invariant(
                $"{prefix}-{division}-{day.Year:0000}{day.Month:00}{day.Day:00}-{serial:0000}"))
            : Serials();

    /// <summary>Reads a number of either scheme; small letters are read as large. Refuses <c>case_number.format</c>,
    /// <c>case_number.prefix</c>, <c>case_number.date</c>, <c>case_number.serial</c>, and the codes of the
    /// parts.</summary>
    public static Outcome<CaseNumber> Read(ReadOnlySpan<char> text) => text switch
    {
        { Length: > ServiceLength or < 20 } => Formats(),
        _ when text.Contains('-') => Prefixed(text),
        { Length: ServiceLength } => Service(text),
        _ => Formats(),
    };

    /// <summary>Reads a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; its message carries the code of <see cref="Read"/>.</exception>
    public static CaseNumber Parse(ReadOnlySpan<char> text) => Texts.Parse<CaseNumber>(text);

    /// <summary>Reads a text; false when it stands for none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out CaseNumber value) =>
        Texts.TryParse(text, out value);

    /// <summary>The number, letters large.</summary>
    public override string ToString() => text ?? "";

    private static Outcome<CaseNumber> Service(ReadOnlySpan<char> text)
    {
        if (!ImplementationCode.Read(text[..31]).TryGet(out var item, out var refusal))
        {
            return refusal;
        }

        return Tail(text[31..39], text[39..]) is { } fault ? fault : new CaseNumber($"{item}{text[31..]}");
    }

    private static Outcome<CaseNumber> Prefixed(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[5];
        if (text.Split(parts, '-') != 4)
        {
            return Formats();
        }

        var prefix = text[parts[0]];
        Span<char> large = stackalloc char[prefix.Length];
        for (var i = 0; i < prefix.Length; i++)
        {
            large[i] = prefix[i] is >= 'a' and <= 'z' ? (char)(prefix[i] - 32) : prefix[i];
            if (!Texts.IsCapital(large[i]) && (i == 0 || !Texts.IsDigit(large[i])))
            {
                return Prefixes();
            }
        }

        if (prefix.Length is 0 or > MaxPrefix)
        {
            return Prefixes();
        }

        if (!DivisionCode.Read(text[parts[1]]).TryGet(out _, out var refusal))
        {
            return refusal;
        }

        return Tail(text[parts[2]], text[parts[3]]) is { } fault
            ? fault
            : new CaseNumber(string.Concat(large, text[prefix.Length..]));
    }

    /// <summary>The fault of date and serial. A serial has four digits, and more only when four do not
    /// suffice.</summary>
    private static Refusal? Tail(ReadOnlySpan<char> date, ReadOnlySpan<char> serial)
    {
        if (date.Length != 8 || !Texts.AreDigits(date) || Texts.Date(date) is null)
        {
            return Texts.Refuse("case_number.date", "The date in this case number does not exist.");
        }

        var written = serial.Length is >= 4 and <= 6 && Texts.AreDigits(serial) && Texts.Number(serial) > 0
            && (serial.Length == 4 || serial[0] != '0');
        return written ? null : Serials();
    }

    private static Refusal Formats() => Texts.Refuse(
        "case_number.format", "A case number has 43 characters, or a prefix, a division, a date and a serial.");

    private static Refusal Prefixes() => Texts.Refuse(
        "case_number.prefix", "The prefix of a case number is a letter and up to seven letters or digits.");

    private static Refusal Serials() => Texts.Refuse(
        "case_number.serial", "The serial of a case number is from 0001 on, and within the range of its scheme.");
}
