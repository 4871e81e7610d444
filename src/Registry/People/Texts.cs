namespace Heluo.Registry;

/// <summary>What texts given by people must look like.</summary>
internal static class Texts
{
    /// <summary>A name: not blank, within its length, no control characters.</summary>
    public static bool IsName(string? text, int most) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= most && !text.Any(char.IsControl);

    /// <summary>Free words: within their length, no control characters but line ends.</summary>
    public static bool IsWords(string? text, int most) =>
        text is not null && text.Length <= most
            && !text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r'));

    /// <summary>A telephone: 5 to 20 digits, spaces and hyphens, perhaps a plus in front.</summary>
    public static bool IsPhone(string text) =>
        text.Length is >= 5 and <= 20 && text.Count(char.IsAsciiDigit) >= 5
        && text.AsSpan(text[0] == '+' ? 1 : 0).IndexOfAnyExcept("0123456789 -") < 0;

    /// <summary>An id that people choose: 2 to 60 small letters, digits and hyphens.</summary>
    public static bool IsId(string? text) =>
        text is { Length: >= 2 and <= 60 } && char.IsAsciiLetterOrDigit(text[0])
        && text.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
}
