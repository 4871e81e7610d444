using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Items;

namespace Heluo.Terminal.Pages.Drafts;

/// <summary>One question of an application.</summary>
public sealed record QuestionView
{
    /// <summary>The matter that is applied for.</summary>
    public required string Item { get; init; }

    /// <summary>Where the answer is posted.</summary>
    public required string Action { get; init; }

    /// <summary>The page before; null on the first.</summary>
    public Link? Back { get; init; }

    /// <summary>The question.</summary>
    public required FieldView Field { get; init; }

    /// <summary>Which question it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>How many questions there are with the answers given so far.</summary>
    public int Of { get; init; }

    /// <summary>Whether an officer asks it at a window for the person present.</summary>
    public bool Intake { get; init; }

    /// <summary>What is wrong with the request as a whole; null when nothing is.</summary>
    public string? Whole { get; init; }
}

/// <summary>The materials of an application, all on one page.</summary>
public sealed record MaterialsView
{
    /// <summary>The matter that is applied for.</summary>
    public required string Item { get; init; }

    /// <summary>Where the files are posted.</summary>
    public required string Action { get; init; }

    /// <summary>The page before.</summary>
    public required Link Back { get; init; }

    /// <summary>The materials the answers chose.</summary>
    public ImmutableArray<MaterialView> Materials { get; init; } = [];

    /// <summary>Whether an officer records papers at a window.</summary>
    public bool Intake { get; init; }

    /// <summary>What is wrong with the request as a whole; null when nothing is.</summary>
    public string? Whole { get; init; }
}

/// <summary>Everything that was given, before it is sent.</summary>
public sealed record CheckView
{
    /// <summary>The matter that is applied for.</summary>
    public required string Item { get; init; }

    /// <summary>Where it is sent.</summary>
    public required string Action { get; init; }

    /// <summary>The page before.</summary>
    public required Link Back { get; init; }

    /// <summary>The answers.</summary>
    public ImmutableArray<RowView> Answers { get; init; } = [];

    /// <summary>The materials.</summary>
    public ImmutableArray<RowView> Materials { get; init; } = [];

    /// <summary>Who handles it.</summary>
    public required string Agency { get; init; }

    /// <summary>What is promised, with the day it would be decided by, in words.</summary>
    public required string Promise { get; init; }

    /// <summary>What still lacks, each with the page that mends it.</summary>
    public ImmutableArray<Link> Lacks { get; init; } = [];

    /// <summary>Whether an officer sends it for the person present.</summary>
    public bool Intake { get; init; }

    /// <summary>What is wrong with the request as a whole; null when nothing is.</summary>
    public string? Whole { get; init; }
}
