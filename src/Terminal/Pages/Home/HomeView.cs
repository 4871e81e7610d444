using System.Collections.Immutable;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;

namespace Heluo.Terminal.Pages.Home;

/// <summary>What the home page shows.</summary>
public sealed record HomeView
{
    /// <summary>The matters asked for most, in order.</summary>
    public ImmutableArray<ItemRowView> Often { get; init; } = [];

    /// <summary>The themes of the city's matters.</summary>
    public ImmutableArray<ThemeView> Themes { get; init; } = [];

    /// <summary>The running cases of the signed-in person.</summary>
    public ImmutableArray<CaseRowView> Running { get; init; } = [];

    /// <summary>An unfinished application that can be taken up again; none when null.</summary>
    public Link? Draft { get; init; }
}

/// <summary>One matter in a list.</summary>
/// <param name="Href">The guide.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">Who handles it and how long it takes, in words.</param>
public sealed record ItemRowView(string Href, string Name, string About);

/// <summary>One theme and how many matters it holds.</summary>
/// <param name="Href">The search that lists them.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many matters.</param>
public sealed record ThemeView(string Href, string Name, int Count);

/// <summary>What a search found.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Found">The matters, best first.</param>
public sealed record SearchView(string Query, ImmutableArray<ItemRowView> Found);
