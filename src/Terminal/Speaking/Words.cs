using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Heluo.Terminal.Speaking;

/// <summary>
/// The terminal's own texts in one language, read from <c>Words/*.json</c>; the sentence of a
/// refusal stands under <c>refusal.CODE</c>. Texts of a city (items,
/// agencies, documents) are not here: they come from packs.
/// </summary>
public sealed class Words
{
    private static readonly FrozenDictionary<string, Words> All =
        new[] { "zh", "en" }.ToFrozenDictionary(language => language, Read, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> texts;

    private Words(string language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        this.texts = texts;
    }

    /// <summary>The languages the terminal speaks; the first is the default.</summary>
    public static ImmutableArray<string> Languages { get; } = ["zh", "en"];

    /// <summary>Two-letter language: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>Every key, for the tests that compare languages and look for unused texts.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text under a key. A key that is missing shows as itself, so that a page never fails over a
    /// word.</summary>
    /// <param name="key">A dotted key, e.g. <c>home.title</c>.</param>
    public string this[string key] => texts.GetValueOrDefault(key, key);

    /// <summary>The words of a language; of the default language when it is not spoken here.</summary>
    public static Words In(string? language) =>
        language is not null && All.TryGetValue(language, out var words) ? words : All[Languages[0]];

    /// <summary>The text under a key, or null when there is none.</summary>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>
    /// The text under a key with its places filled. <c>{days}</c> shows the value; <c>{days|day|days}</c> shows the
    /// first word for one and the second for any other number. A place without a value is left as it stands.
    /// </summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(this[key], values);

    internal static string Fill(string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        while (text.IndexOf('{', at) is var open && open >= 0 && text.IndexOf('}', open) is var close && close > open)
        {
            filled.Append(text, at, open - at)
                .Append(Place(text[(open + 1)..close], values) ?? text[open..(close + 1)]);
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string? Place(string place, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var parts = place.Split('|', 3);
        foreach (var (name, value) in values)
        {
            if (name == parts[0])
            {
                var shown = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                return parts.Length == 3 ? parts[shown == "1" ? 1 : 2] : shown;
            }
        }

        return null;
    }

    private static Words Read(string language)
    {
        var read = Resource(language);
        foreach (var (code, sentence) in Resource($"refusals.{language}"))
        {
            read.Add($"refusal.{code}", sentence);
        }

        return new Words(language, read.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Resource(string name)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"words/{name}.json")
            ?? throw new InvalidOperationException($"The words of {name} are not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
