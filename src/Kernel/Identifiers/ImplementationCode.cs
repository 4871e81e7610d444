using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>
/// The national code of a service item as one agency handles it: the agency's credit code (18), the level at which
/// the power
/// is exercised (1 national, 2 provincial, 3 municipal, 4 county, 5 township, 6 village), and the basic code (12,
/// opaque).
/// </summary>
[JsonConverter(typeof(TextConverter<ImplementationCode>))]
public readonly record struct ImplementationCode : IReadText<ImplementationCode>
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 31;

    private readonly string? text;

    private ImplementationCode(string text) => this.text = text;

    /// <summary>The agency's credit code.</summary>
    public CreditCode Agency => CreditCode.Parse(ToString().AsSpan(0, 18));

    /// <summary>The level of exercise, 1 to 6.</summary>
    public int Level => ToString()[18] - '0';

    /// <summary>The basic code of the national or provincial catalogue; its inner structure is not public, keep it
    /// opaque.
    /// </summary>
    public string BasicCode => ToString()[19..];

    /// <summary>Puts a code together. Refuses <c>implementation_code.level</c>,
    /// <c>implementation_code.basic_code</c>.</summary>
    public static Outcome<ImplementationCode> Of(CreditCode agency, int level, string basicCode) =>
        Read($"{agency}{(level is >= 0 and <= 9 ? level : 0)}{basicCode}");

    /// <summary>Reads a code. Refuses <c>implementation_code.length</c>, the <c>credit_code.*</c> codes,
    /// <c>implementation_code.level</c>, <c>implementation_code.basic_code</c>.</summary>
    public static Outcome<ImplementationCode> Read(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
        {
            return Texts.Refuse("implementation_code.length", "An implementation code has 31 characters.");
        }

        if (!CreditCode.Read(text[..18]).TryGet(out var agency, out var refusal))
        {
            return refusal;
        }

        if (text[18] is not (>= '1' and <= '6'))
        {
            return Texts.Refuse("implementation_code.level", "The level of exercise is a digit from 1 to 6.");
        }

        Span<char> basic = stackalloc char[12];
        for (var i = 0; i < 12; i++)
        {
            basic[i] = text[19 + i] is >= 'a' and <= 'z' ? (char)(text[19 + i] - 32) : text[19 + i];
            if (!Texts.IsDigit(basic[i]) && !Texts.IsCapital(basic[i]))
            {
                return Texts.Refuse("implementation_code.basic_code", "A basic code has 12 digits or letters.");
            }
        }

        return new ImplementationCode($"{agency}{text[18]}{basic}");
    }

    /// <summary>Reads a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; its message carries the code of <see cref="Read"/>.</exception>
    public static ImplementationCode Parse(ReadOnlySpan<char> text) => Texts.Parse<ImplementationCode>(text);

    /// <summary>Reads a text; false when it stands for none.</summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, IFormatProvider? provider, out ImplementationCode value) =>
        Texts.TryParse(text, out value);

    /// <summary>The 31 characters, letters large.</summary>
    public override string ToString() => text ?? "";
}
