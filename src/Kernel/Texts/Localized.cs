using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>
/// One text in several languages, as a pack writes it: <c>{zh: …, en: …}</c>. Immutable; equal when languages and
/// texts are.
/// The first language is the pack's default.
/// </summary>
[JsonConverter(typeof(LocalizedJson))]
public sealed class Localized : IEquatable<Localized>
{
    private readonly ImmutableArray<KeyValuePair<string, string>> texts;

    /// <summary>A text in these languages, the default language first.</summary>
    /// <exception cref="ArgumentException">A language stands twice.</exception>
    public Localized(IEnumerable<KeyValuePair<string, string>> texts)
    {
        this.texts = [.. texts];
        if (this.texts.DistinctBy(text => text.Key).Count() != this.texts.Length)
        {
            throw new ArgumentException("A language stands twice in one text.", nameof(texts));
        }
    }

    /// <summary>No text in any language; <see cref="In"/> answers with the empty text.</summary>
    public static Localized Empty { get; } = new([]);

    /// <summary>Language and text, the default language first.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Texts => texts;

    /// <summary>One text in one language.</summary>
    public static Localized Of(string language, string text) => new([new(language, text)]);

    /// <summary>
    /// The text in a language (<c>zh</c>, <c>zh-CN</c>), else in its base language, else in the default language.
    /// </summary>
    public string In(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (Find(language) is { } exact)
        {
            return exact;
        }

        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return (dash > 0 ? Find(language[..dash]) : null) ?? (texts.IsEmpty ? "" : texts[0].Value);
    }

    /// <summary>The text in exactly this language, or null.</summary>
    public string? Find(string language)
    {
        foreach (var text in texts)
        {
            if (string.Equals(text.Key, language, StringComparison.OrdinalIgnoreCase))
            {
                return text.Value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Localized? other) => other is not null && texts.SequenceEqual(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Localized);

    /// <inheritdoc/>
    public override int GetHashCode() => texts.IsEmpty ? 0 : HashCode.Combine(texts.Length, texts[0].Value);

    /// <summary>The text in the default language.</summary>
    public override string ToString() => texts.IsEmpty ? "" : texts[0].Value;
}
