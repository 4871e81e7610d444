namespace Heluo.Registry;

/// <summary>What may be shown of a personal value where nobody has said why they look.</summary>
public enum MaskKind
{
    /// <summary>A name: its first character.</summary>
    Name,

    /// <summary>A document's number: its first four and last four characters.</summary>
    Number,

    /// <summary>A telephone: its first three and last four digits.</summary>
    Phone,

    /// <summary>Anything else: nothing.</summary>
    All,
}

/// <summary>Masks personal values. A mask never tells the length of a name.</summary>
public static class Mask
{
    private const int Shortest = 10;

    /// <summary>What may be shown of a value.</summary>
    public static string Of(MaskKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value.Trim();
        return kind switch
        {
            MaskKind.Name when text.Length > 0 => $"{First(text)}*",
            MaskKind.Number => Middle(text, 4, 4),
            MaskKind.Phone => Middle(text, 3, 4),
            _ => "***",
        };
    }

    private static string First(string text) =>
        char.IsHighSurrogate(text[0]) && text.Length > 1 ? text[..2] : text[..1];

    private static string Middle(string text, int head, int tail) => text.Length switch
    {
        >= Shortest => $"{text[..head]}{new string('*', text.Length - head - tail)}{text[^tail..]}",
        > 4 => $"{new string('*', text.Length - 2)}{text[^2..]}",
        _ => "***",
    };
}
