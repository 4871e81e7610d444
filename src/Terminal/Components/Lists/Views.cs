using System.Collections.Immutable;
using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Layout;
using NodaTime;

namespace Heluo.Terminal.Components.Lists;

/// <summary>One row of a summary.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Value">What was given; empty shows as not given.</param>
/// <param name="Change">Where it can be changed; nowhere when null.</param>
/// <param name="Masked">Whether the value is hidden until somebody opens it with a purpose.</param>
public sealed record RowView(string Key, string Value, string? Change = null, bool Masked = false)
{
    /// <summary>Whether the demo city made the value up.</summary>
    public bool Invented { get; init; }
}

/// <summary>One thing that happened.</summary>
/// <param name="At">When, in the city's zone.</param>
/// <param name="Title">What.</param>
/// <param name="By">Who, as the reader may know them; null for the house.</param>
/// <param name="Text">What was said.</param>
public sealed record EventView(LocalDateTime At, string Title, string? By = null, string? Text = null)
{
    /// <summary>Points listed beneath, e.g. of a correction notice.</summary>
    public ImmutableArray<string> Points { get; init; } = [];

    /// <summary>Papers made by it.</summary>
    public ImmutableArray<Link> Papers { get; init; } = [];
}

/// <summary>One case in a list.</summary>
/// <param name="Number">The number of the case.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Light">How its clock stands.</param>
/// <param name="LightText">What is left, in words.</param>
/// <param name="Due">The due moment; null while none runs.</param>
/// <param name="Href">The page of the case.</param>
public sealed record CaseRowView(
    string Number, string Title, string Stage, Light Light, string LightText, LocalDateTime? Due, string Href)
{
    /// <summary>Whose it is, as far as this list may show it.</summary>
    public string? Party { get; init; }

    /// <summary>Whether the clock counts whole days, so that a due moment is named by its day alone.</summary>
    public bool WholeDays { get; init; }

    /// <summary>When it came in.</summary>
    public LocalDateTime? Opened { get; init; }

    /// <summary>Whose work it is now; null when nobody took it.</summary>
    public string? Holder { get; init; }
}
