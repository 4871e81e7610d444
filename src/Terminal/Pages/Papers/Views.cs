using System.Collections.Immutable;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;

namespace Heluo.Terminal.Pages.Papers;

/// <summary>One official document, laid out for the screen and for paper.</summary>
public sealed record PaperView
{
    /// <summary>The body that issues it.</summary>
    public required string Agency { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the document.</summary>
    public required string Number { get; init; }

    /// <summary>The paragraphs; a list stands as its entries.</summary>
    public ImmutableArray<ParagraphView> Body { get; init; } = [];

    /// <summary>Where and until when the decision can be challenged; null when it need not say.</summary>
    public string? Remedies { get; init; }

    /// <summary>The date in words.</summary>
    public required string Date { get; init; }

    /// <summary>The code under which anybody can check it.</summary>
    public required string Code { get; init; }

    /// <summary>The address the QR leads to.</summary>
    public required string CheckAddress { get; init; }

    /// <summary>The way back to the case; null for a stranger who checks.</summary>
    public Link? Back { get; init; }

    /// <summary>The language it is written in, e.g. <c>zh</c>.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>Whether it has a place for the seal of its body.</summary>
    public bool Sealed { get; init; } = true;

    /// <summary>Whether the demo city made it: it then says that it has no force.</summary>
    public bool Demo { get; init; }
}

/// <summary>One paragraph of a document.</summary>
/// <param name="Text">Its text; empty when it is a list.</param>
/// <param name="Points">The entries of a list, in order.</param>
public sealed record ParagraphView(string Text, ImmutableArray<string> Points = default);

/// <summary>What the check of a document by its code found.</summary>
/// <param name="Code">The code that was asked; null before anything was.</param>
/// <param name="Genuine">Whether such a document was issued and its content is what was issued; null when none is
/// known.</param>
/// <param name="Rows">What may be said of it to anybody.</param>
public sealed record CheckedView(string? Code, bool? Genuine, ImmutableArray<RowView> Rows);
