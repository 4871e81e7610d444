using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>By which sort of document a natural person is known.</summary>
public enum IdentityScheme
{
    /// <summary>A citizen's number (GB 11643), with its check character.</summary>
    CitizenId,

    /// <summary>A passport: 5 to 20 letters and digits.</summary>
    Passport,

    /// <summary>Whatever else the city accepts: 4 to 40 letters, digits and hyphens.</summary>
    Other,
}

/// <summary>
/// The number of a natural person's document, in its normal form. Personal data: it enters facts only sealed, and is
/// found
/// again by its tag.
/// </summary>
internal readonly record struct IdentityNumber(IdentityScheme Scheme, string Text)
{
    /// <summary>
    /// Reads a number. Refuses the codes of <see cref="CitizenId.Read"/>, or <c>identity.format</c>.
    /// </summary>
    public static Outcome<IdentityNumber> Read(IdentityScheme scheme, string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return scheme switch
        {
            IdentityScheme.CitizenId => CitizenId.Read(trimmed)
                .Then<IdentityNumber>(id => new IdentityNumber(scheme, id.ToString())),
            IdentityScheme.Passport when HasForm(trimmed, 5, 20) && trimmed.All(char.IsAsciiLetterOrDigit)
                => new IdentityNumber(scheme, trimmed.ToUpperInvariant()),
            IdentityScheme.Other when HasForm(trimmed, 4, 40) => new IdentityNumber(scheme, trimmed.ToUpperInvariant()),
            _ => RegistryRefusals.Invalid(
                "identity.format", "The number of the document has not the form it should have."),
        };
    }

    /// <summary>The tag of the number among residents, or among officers; the two cannot be matched.</summary>
    public string TagIn(Tags tags, string use) => tags.Of(use, $"{Scheme}:{Text}");

    private static bool HasForm(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');
}
