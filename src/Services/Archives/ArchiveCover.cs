using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>What the page in front of an archive tells people, in one language.</summary>
public sealed record ArchiveCover
{
    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the city.</summary>
    public required string City { get; init; }

    /// <summary>What the case is about.</summary>
    public required string Title { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>SHA-256 of the key that signs the archive.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What it tells, part by part.</summary>
    public required ImmutableArray<CoverSection> Sections { get; init; }

    /// <summary>The same page in other languages: language → file.</summary>
    public required ImmutableSortedDictionary<string, string> Others { get; init; }
}

/// <summary>One part of the page.</summary>
/// <param name="Id"><c>case</c>, <c>parties</c>, <c>answers</c>, <c>personal</c>, <c>clocks</c>, <c>history</c>,
/// <c>documents</c>, <c>papers</c>.</param>
/// <param name="Rows">What it says.</param>
public sealed record CoverSection(string Id, ImmutableArray<CoverRow> Rows);

/// <summary>One line of the page.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
public sealed record CoverRow(CoverText Label, CoverText Value)
{
    /// <summary>The file it leads to.</summary>
    public string? Href { get; init; }

    /// <summary>The proof of a due date, day by day.</summary>
    public ImmutableArray<EvidenceAnswer> Days { get; init; } = [];
}

/// <summary>A text of the case, or the name of a word that the room that draws must find.</summary>
/// <param name="Text">The text, or the name of the word.</param>
/// <param name="IsName">Whether it is the name of a word.</param>
public sealed record CoverText(string Text, bool IsName = false)
{
    /// <summary>A text as it stands.</summary>
    public static implicit operator CoverText(string text) => new(text);

    /// <summary>The name of a word.</summary>
    public static CoverText Word(string name) => new(name, IsName: true);
}

/// <summary>Draws what an archive holds for people, as whole pages of HTML that need nothing beside them. The room that
/// draws brings it.</summary>
/// <param name="Document">Draws an official document as it is printed.</param>
/// <param name="Cover">Draws the page in front.</param>
public sealed record ArchiveInk(
    Func<OfficialDocument, CancellationToken, Task<string>> Document,
    Func<ArchiveCover, CancellationToken, Task<string>> Cover);
