using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>What sort of official document a template makes.</summary>
public enum DocumentSort
{
    /// <summary>Says that something was received.</summary>
    Receipt,

    /// <summary>Tells a party something the law wants told.</summary>
    Notice,

    /// <summary>Decides.</summary>
    Decision,

    /// <summary>Shows that something was delivered.</summary>
    DeliverySlip,
}

/// <summary>An official document as a pack writes it (folder <c>documents/</c>).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sort">What sort it is.</param>
/// <param name="Prefix">The word in front of its number.</param>
/// <param name="Title">The title printed on it.</param>
/// <param name="Body">Its text by language.</param>
/// <param name="Remedies">Whether the remedies a party has are printed under it.</param>
/// <param name="Seal">Whose seal has a place on it; null: nobody's.</param>
public sealed record DocumentTemplate(
    string Id,
    Localized Name,
    DocumentSort Sort,
    string Prefix,
    Localized Title,
    ImmutableDictionary<string, TemplateText> Body,
    bool Remedies,
    string? Seal)
{
    /// <summary>Most characters of a body in one language.</summary>
    public const int LongestBody = 20_000;

    /// <summary>The kind; a check compiles every expression against the names a document may use.</summary>
    public static PackKind<DocumentTemplate> Kind { get; } =
        new PackKind<DocumentTemplate>("document", "documents", Read).Checked(TemplateCheck.Run);

    private static DocumentTemplate Read(MapFields fields) => new(
        fields.Id,
        fields.Required("name", Shapes.Localized(60)),
        fields.Required("kind", Shapes.Enum<DocumentSort>()),
        fields.Required("number", Shapes.Map(inner => inner.Required("prefix", Shapes.Text(20)))),
        fields.Required("title", Shapes.Localized(80)),
        fields.Required("body", Shapes.PerLanguage(Shapes.Lines(LongestBody).Placed(TemplateText.Parse))),
        fields.Optional("remedies", Shapes.Bool, otherwise: false),
        fields.Optional("seal", Shapes.Word("agency", "none")) is "agency" ? "agency" : null);
}
