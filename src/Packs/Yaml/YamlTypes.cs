namespace Heluo.Packs;

/// <summary>
/// Which unquoted words YAML 1.2 (core schema, §10.3.2) reads as something else than text. A text that looks like one
/// of them must be quoted, so that this reader and an editor's schema never disagree.
/// </summary>
internal static class YamlTypes
{
    public static bool IsBoolean(PackScalar scalar) =>
        scalar.Plain && scalar.Text is "true" or "false" or "True" or "False" or "TRUE" or "FALSE";

    public static bool IsNumber(PackScalar scalar) => scalar.Plain && IsNumber(scalar.Text);

    public static bool IsText(PackScalar scalar) => !scalar.IsNothing && !IsBoolean(scalar) && !IsNumber(scalar);

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("0o") || text.StartsWith("0x"))
        {
            var digits = text[2..];
            return !digits.IsEmpty && !digits.ContainsAnyExcept(text[1] == 'o' ? "01234567" : "0123456789abcdefABCDEF");
        }

        if (text is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        text = text is ['+' or '-', ..] ? text[1..] : text;
        return text is ".inf" or ".Inf" or ".INF" || IsDecimal(text);
    }

    /// <summary>Digits with an optional point and exponent; at least one digit beside the point.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var whole = Digits(ref text);
        var fraction = 0;
        if (text is ['.', ..])
        {
            text = text[1..];
            fraction = Digits(ref text);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (text is ['e' or 'E', ..])
        {
            text = text[1..];
            text = text is ['+' or '-', ..] ? text[1..] : text;
            return Digits(ref text) > 0 && text.IsEmpty;
        }

        return text.IsEmpty;
    }

    private static int Digits(ref ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? text.Length : count;
        text = text[count..];
        return count;
    }
}
