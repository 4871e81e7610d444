using System.Collections.Immutable;
using Heluo.Terminal.Layout;

namespace Heluo.Terminal.Pages.Items;

/// <summary>What an application will take, before it begins.</summary>
public sealed record BeginView
{
    /// <summary>What is applied for.</summary>
    public required string Item { get; init; }

    /// <summary>Where it begins.</summary>
    public required string Action { get; init; }

    /// <summary>The guide.</summary>
    public required Link Back { get; init; }

    /// <summary>How many questions there are with the answers given so far.</summary>
    public int Questions { get; init; }

    /// <summary>Whether answers not given yet can lead to further questions.</summary>
    public bool MoreQuestions { get; init; }

    /// <summary>The materials to have at hand in any case.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>Materials that depend on answers not given yet.</summary>
    public ImmutableArray<string> Perhaps { get; init; } = [];

    /// <summary>The promise in words.</summary>
    public required string Promise { get; init; }

    /// <summary>Applications for the same that were begun before, by when they were last changed.</summary>
    public ImmutableArray<Link> Unfinished { get; init; } = [];
}
