using System.Collections.Immutable;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>A piece of a template: words, or an expression in their place.</summary>
/// <param name="Words">The words; empty for an expression.</param>
/// <param name="Rule">The expression; null for words.</param>
internal sealed record TemplatePart(string Words, CelText? Rule);

/// <summary>A paragraph, or entries repeated over a list.</summary>
/// <param name="Over">The list; null for a paragraph.</param>
/// <param name="Parts">What stands in the paragraph, or in each entry.</param>
internal sealed record TemplateBlock(CelText? Over, ImmutableArray<TemplatePart> Parts);

/// <summary>The text of a document in one language: paragraphs with <c>{{expression}}</c>, and
/// <c>{{#each list}} … {{/each}}</c>, taken apart once. A blank line parts paragraphs.</summary>
public sealed class TemplateText
{
    internal TemplateText(string source, ImmutableArray<TemplateBlock> blocks, ImmutableArray<PackFault> faults) =>
        (Source, Blocks, Faults) = (source, blocks, faults);

    /// <summary>The text as written.</summary>
    public string Source { get; }

    internal ImmutableArray<TemplateBlock> Blocks { get; }

    /// <summary>What is wrong with its form.</summary>
    internal ImmutableArray<PackFault> Faults { get; }

    /// <summary>Takes a text apart. What is wrong with its form is kept as faults, each at its line.</summary>
    public static TemplateText Parse(string source, PackAt at)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TemplateReading(source, at).Read();
    }

    /// <inheritdoc/>
    public override string ToString() => Source;
}
