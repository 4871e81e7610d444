using Heluo.Cases;

namespace Heluo.Services;

/// <summary>How an official document is named in a list: its title and its number as they are printed on it.</summary>
/// <param name="Title">The title; the number when the template is gone.</param>
/// <param name="Number">The number as printed, e.g. with the prefix of its sort and the year.</param>
public sealed record DocumentHead(string Title, string Number)
{
    /// <summary>The head of a document of a case.</summary>
    /// <param name="rules">The rules the case began under.</param>
    /// <param name="document">The document.</param>
    /// <param name="language">In which language; one that the pack lacks gives the default one.</param>
    public static DocumentHead Of(CaseRules rules, IssuedDocument document, string language)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(document);
        if (rules.Set.Get(DocumentTemplate.Kind).Find(document.Template) is not { } template)
        {
            return new DocumentHead(document.Number, document.Number);
        }

        var spoken = template.Body.ContainsKey(language) ? language : rules.Set.Languages[0];
        return new DocumentHead(
            template.Title.In(spoken),
            new DocumentWords(rules.Set, spoken).Number(template.Prefix, document.Number));
    }
}
