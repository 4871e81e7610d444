using System.Collections.Immutable;

namespace Heluo.Terminal.Pages.SignIn;

/// <summary>The ways to sign in.</summary>
/// <param name="Ways">The identity providers the house knows.</param>
/// <param name="People">The people of the demo city; empty in a real one.</param>
/// <param name="To">Where to go afterwards.</param>
public sealed record SignInView(ImmutableArray<WayView> Ways, ImmutableArray<DemoPersonView> People, string To)
{
    /// <summary>Why the last attempt failed, in words; null when there was none.</summary>
    public string? Refused { get; init; }
}

/// <summary>One identity provider.</summary>
/// <param name="Href">Where the sign-in begins.</param>
/// <param name="Name">What it is called.</param>
public sealed record WayView(string Href, string Name);

/// <summary>One person of the demo city.</summary>
/// <param name="Id">The value that is posted.</param>
/// <param name="Name">What they are called.</param>
/// <param name="About">What they do.</param>
/// <param name="Group">The work they do for the city; null for a resident.</param>
/// <param name="Post">Their role and body, in words; empty for a resident.</param>
public sealed record DemoPersonView(string Id, string Name, string About, string? Group = null, string Post = "");
