using System.Diagnostics.CodeAnalysis;

namespace Heluo.Kernel;

/// <summary>What all identifiers share: characters, numbers, dates, and the ways of parsing.</summary>
internal static class Texts
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    public static bool IsCapital(char c) => c is >= 'A' and <= 'Z';

    /// <summary>The number written by at most nine digits.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    /// <summary>The date written as yyyyMMdd, if it is one of the years 1800 to 2199.</summary>
    public static NodaTime.LocalDate? Date(ReadOnlySpan<char> digits)
    {
        var (year, month, day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8]));
        return year is >= 1800 and < 2200 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new NodaTime.LocalDate(year, month, day)
            : null;
    }

    public static Refusal Refuse(string code, string why) => new(RefusalKind.Invalid, code, why);

    public static T Parse<T>(ReadOnlySpan<char> text)
        where T : struct, IReadText<T> =>
        T.Read(text).TryGet(out var value, out var refusal) ? value : throw new FormatException(refusal.ToString());

    public static bool TryParse<T>(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
        where T : struct, IReadText<T> =>
        T.Read(text).TryGet(out value, out _);
}
