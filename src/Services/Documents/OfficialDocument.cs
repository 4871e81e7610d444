using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Services;

/// <summary>An official document in one language, ready to be laid out. It is derived from the case as it stood when
/// it was
/// issued; nothing of it is stored.</summary>
public sealed record OfficialDocument
{
    /// <summary>Its id, for addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the case it belongs to.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>What sort it is.</summary>
    public required DocumentSort Sort { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Its number as printed.</summary>
    public required string Number { get; init; }

    /// <summary>The body that issues it.</summary>
    public required string Agency { get; init; }

    /// <summary>The paragraphs; a list stands as its entries.</summary>
    public required ImmutableArray<DocumentParagraph> Body { get; init; }

    /// <summary>Where and until when it can be challenged; null when it need not say.</summary>
    public string? Remedies { get; init; }

    /// <summary>Whose seal has a place on it; null: nobody's.</summary>
    public string? Seal { get; init; }

    /// <summary>The day in words.</summary>
    public required string Date { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The code under which anybody can check it.</summary>
    public required string Code { get; init; }

    /// <summary>The address the QR leads to.</summary>
    public required string CheckAddress { get; init; }

    /// <summary>The QR as SVG, self-contained and without script.</summary>
    public required string Qr { get; init; }
}

/// <summary>One paragraph of a document.</summary>
/// <param name="Text">Its text; empty when it is a list.</param>
/// <param name="Points">The entries of a list, in order; empty for a paragraph.</param>
public sealed record DocumentParagraph(string Text, ImmutableArray<string> Points);

/// <summary>What the check of a code found.</summary>
public enum DocumentVerdict
{
    /// <summary>No such document was issued here.</summary>
    Unknown,

    /// <summary>There is such a document, but the code is not the one it was issued with, or its record was
    /// changed.</summary>
    Altered,

    /// <summary>It was issued, and its record is as it was.</summary>
    Genuine,
}

/// <summary>What anybody may know of a document by its code; nothing personal.</summary>
/// <param name="Verdict">What was found; the rest is there only when it is genuine.</param>
/// <param name="Sort">What sort it is.</param>
/// <param name="Title">Its title by language.</param>
/// <param name="Number">Its number as printed, by language.</param>
/// <param name="Agency">The body that issued it.</param>
/// <param name="Date">The day it was issued.</param>
/// <param name="CaseNumber">The case it belongs to.</param>
public sealed record CheckedDocument(
    DocumentVerdict Verdict,
    DocumentSort? Sort = null,
    Localized? Title = null,
    Localized? Number = null,
    Localized? Agency = null,
    LocalDate? Date = null,
    string? CaseNumber = null);
