using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>The level of an administrative division.</summary>
public enum DivisionLevel
{
    /// <summary>Province, autonomous region, municipality.</summary>
    Province,

    /// <summary>Prefecture-level city.</summary>
    City,

    /// <summary>County, district, county-level city, or a development zone with a statistical code.</summary>
    County,

    /// <summary>Township, town, sub-district.</summary>
    Township,

    /// <summary>Village or community.</summary>
    Community,

    /// <summary>Grid.</summary>
    Grid,
}

/// <summary>
/// The code of a division: 6 digits down to the county (GB/T 2260 and statistical codes), 9 for a township, 12 for a
/// village
/// or community, 15 for a grid. It has no check digit, and nothing tells whether such a division exists.
/// </summary>
[JsonConverter(typeof(TextConverter<DivisionCode>))]
public readonly record struct DivisionCode : IReadText<DivisionCode>
{
    private readonly string? text;

    private DivisionCode(string text) => this.text = text;

    /// <summary>The level that the code's form tells.</summary>
    public DivisionLevel Level => ToString() switch
    {
        { Length: 15 } => DivisionLevel.Grid,
        { Length: 12 } => DivisionLevel.Community,
        { Length: 9 } => DivisionLevel.Township,
        var code when code.EndsWith("0000", StringComparison.Ordinal) => DivisionLevel.Province,
        var code when code.EndsWith("00", StringComparison.Ordinal) => DivisionLevel.City,
        _ => DivisionLevel.County,
    };

    /// <summary>The digits with which every division inside begins: 2 for a province, 4 for a city, else the whole
    /// code.
    /// </summary>
    public string Prefix => Level switch
    {
        DivisionLevel.Province => ToString()[..2],
        DivisionLevel.City => ToString()[..4],
        _ => ToString(),
    };

    /// <summary>The division above; null for a province.</summary>
    public DivisionCode? Parent => Level switch
    {
        DivisionLevel.Province => null,
        DivisionLevel.City => new DivisionCode(string.Concat(ToString().AsSpan(0, 2), "0000")),
        DivisionLevel.County => new DivisionCode(string.Concat(ToString().AsSpan(0, 4), "00")),
        _ => new DivisionCode(ToString()[..^3]),
    };

    /// <summary>Whether it is another division or lies inside it.</summary>
    public bool IsWithin(DivisionCode other) =>
        other.text is not null && ToString().StartsWith(other.Prefix, StringComparison.Ordinal);

    /// <summary>Reads a code. Refuses <c>division.length</c>, <c>division.format</c>, <c>division.part</c> (a part
    /// of only
    /// noughts, such as a county's code stretched to 12 digits).</summary>
    public static Outcome<DivisionCode> Read(ReadOnlySpan<char> text)
    {
        if (text.Length is not (6 or 9 or 12 or 15))
        {
            return Texts.Refuse("division.length", "A division code has 6, 9, 12 or 15 digits.");
        }

        if (!Texts.AreDigits(text))
        {
            return Texts.Refuse("division.format", "A division code consists of digits.");
        }

        if (!Provinces.Has(text[..2]))
        {
            return Texts.Refuse("division.province", "No province has the first digits of this code.");
        }

        var whole = text.Length == 6 ? text[2..4] is not "00" || text[4..6] is "00" : text[4..6] is not "00";
        for (var i = 6; i < text.Length; i += 3)
        {
            whole &= text.Slice(i, 3) is not "000";
        }

        return whole
            ? new DivisionCode(new string(text))
            : Texts.Refuse("division.part", "No part of a division code is nought when a lower one follows.");
    }

    /// <summary>Reads a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; its message carries the code of <see cref="Read"/>.</exception>
    public static DivisionCode Parse(ReadOnlySpan<char> text) => Texts.Parse<DivisionCode>(text);

    /// <summary>Reads a text; false when it stands for none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out DivisionCode value) =>
        Texts.TryParse(text, out value);

    /// <summary>The digits.</summary>
    public override string ToString() => text ?? "";
}
