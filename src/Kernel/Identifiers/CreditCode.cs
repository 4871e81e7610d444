using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>
/// A unified social credit code (GB 32100) of a firm, agency or other organisation: registry, kind, six digits of
/// division,
/// nine characters of body with their own check (GB 11714), and a check character. Small letters are read as large.
/// </summary>
[JsonConverter(typeof(TextConverter<CreditCode>))]
public readonly record struct CreditCode : IReadText<CreditCode>
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string Registries = "123456789ANY";
    private static readonly int[] BodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private readonly string? text;

    private CreditCode(string text) => this.text = text;

    /// <summary>Who registered it: 1 establishment office, 5 civil affairs, 9 market supervision, and others.</summary>
    public char Registry => ToString()[0];

    /// <summary>What sort of organisation, by the registry's own list.</summary>
    public char Kind => ToString()[1];

    /// <summary>The six digits of the registering division; perhaps abolished.</summary>
    public string Division => ToString()[2..8];

    /// <summary>The nine characters of the organisation code (GB 11714).</summary>
    public string Body => ToString()[8..17];

    /// <summary>Reads a code. Refuses <c>credit_code.length</c>, <c>credit_code.format</c> (a character outside the
    /// alphabet,
    /// which has no I, O, S, V, Z), <c>credit_code.registry</c>, <c>credit_code.division</c>,
    /// <c>credit_code.body_check</c>, <c>credit_code.check_digit</c>.</summary>
    public static Outcome<CreditCode> Read(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
        {
            return Texts.Refuse("credit_code.length", "A credit code has 18 characters.");
        }

        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = text[i] is >= 'a' and <= 'z' ? (char)(text[i] - 32) : text[i];
        }

        return code.ContainsAnyExcept(Alphabet)
            ? Texts.Refuse("credit_code.format", "A credit code consists of digits and letters without I, O, S, V, Z.")
            : Checked(code);
    }

    /// <summary>Reads a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; its message carries the code of <see cref="Read"/>.</exception>
    public static CreditCode Parse(ReadOnlySpan<char> text) => Texts.Parse<CreditCode>(text);

    /// <summary>Reads a text; false when it stands for none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out CreditCode value) =>
        Texts.TryParse(text, out value);

    /// <summary>The 18 characters, letters large.</summary>
    public override string ToString() => text ?? "";

    private static Outcome<CreditCode> Checked(ReadOnlySpan<char> code)
    {
        if (!Registries.Contains(code[0]))
        {
            return Texts.Refuse("credit_code.registry", "No registry has the first character of this code.");
        }

        if (!Texts.AreDigits(code[2..8]))
        {
            return Texts.Refuse("credit_code.division", "Characters 3 to 8 of a credit code are digits.");
        }

        if (code[16] != BodyCheck(code[8..16]))
        {
            return Texts.Refuse("credit_code.body_check", "The organisation's part of this code does not check.");
        }

        return code[17] == Check(code)
            ? new CreditCode(new string(code))
            : Texts.Refuse("credit_code.check_digit", "The check character does not fit: one character is wrong.");
    }

    private static char BodyCheck(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (Texts.IsDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * BodyWeights[i];
        }

        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static char Check(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += Alphabet.IndexOf(code[i]) * Weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
