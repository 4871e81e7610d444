using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heluo.Packs;

/// <summary>
/// The files a scaffold is made from, kept in this assembly. In them <c>$name$</c> is a value, <c>$t(text)</c> a text
/// in every language, <c>$each([a, b])</c> a list in every language, <c>$q(text)</c> a quoted text. What the caller
/// gives is always quoted, so that no name can become YAML.
/// </summary>
internal sealed partial class Template(IReadOnlyDictionary<string, string> values, ImmutableArray<string> languages)
{
    private static readonly JsonSerializerOptions Quoted =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The templates of a family by path, e.g. <c>items/street-stall.yaml</c>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string family)
    {
        var assembly = typeof(Template).Assembly;
        var prefix = $"scaffold/{family}/";
        return assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name[prefix.Length..], Read(assembly, name)));
    }

    /// <summary>A template with its values put in, in one pass, so that no value is read as a template.</summary>
    public string Fill(string template) => Mark().Replace(template, Expand);

    private string Expand(Match mark)
    {
        if (mark.Groups["name"] is { Success: true, Value: var name })
        {
            return values[name];
        }

        var text = Mark().Replace(
            mark.Groups["text"].Value.Replace("\\n", "\n", StringComparison.Ordinal),
            inner => values[inner.Groups["name"].Value]);
        return mark.Groups["kind"].Value switch
        {
            "q" => JsonSerializer.Serialize(text, Quoted),
            "each" => Each(text),
            _ => Each(JsonSerializer.Serialize(text, Quoted)),
        };
    }

    private string Each(string value) =>
        $"{{{string.Join(", ", languages.Select(language => $"{language}: {value}"))}}}";

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(
        @"\$(?<kind>t|q|each)\((?<text>[^)]*)\)|\$(?<name>[a-z]+)\$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
