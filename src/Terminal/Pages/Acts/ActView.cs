using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Pages.Items;

namespace Heluo.Terminal.Pages.Acts;

/// <summary>One act before it is performed.</summary>
public sealed record ActView
{
    /// <summary>What the act is called.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for whoever is about to do it; nothing when null.</summary>
    public string? Hint { get; init; }

    /// <summary>The case it is performed on.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the case.</summary>
    public required string Number { get; init; }

    /// <summary>Where it is posted.</summary>
    public required string Action { get; init; }

    /// <summary>The case's page.</summary>
    public required string Back { get; init; }

    /// <summary>The version of the case the reader saw; posted with the act.</summary>
    public long Version { get; init; }

    /// <summary>The id of this very command, so that pressing twice acts once.</summary>
    public required string Command { get; init; }

    /// <summary>What will follow: which clocks start, stand or stop, which documents are made, who is told.</summary>
    public ImmutableArray<string> Follows { get; init; } = [];

    /// <summary>What the act asks.</summary>
    public ImmutableArray<FieldView> Fields { get; init; } = [];

    /// <summary>Points to remember while answering, e.g. the points of a correction notice.</summary>
    public ImmutableArray<string> Points { get; init; } = [];

    /// <summary>Answers of the case that can be mended with the act; what is left as it is stays.</summary>
    public ImmutableArray<FieldView> Mends { get; init; } = [];

    /// <summary>Materials that can be handed in with the act.</summary>
    public ImmutableArray<MaterialView> Materials { get; init; } = [];

    /// <summary>Whether the act ends the case against the applicant's wish or for good.</summary>
    public bool Harm { get; init; }

    /// <summary>Whether an officer performs it.</summary>
    public bool Desk { get; init; }

    /// <summary>What is wrong with the request as a whole; null when nothing is.</summary>
    public string? Whole { get; init; }
}
