using System.Collections.Immutable;
using Heluo.Terminal.Layout;
using NodaTime;

namespace Heluo.Terminal.Pages.Audit;

/// <summary>What an auditor sees of the access log.</summary>
public sealed record AuditView
{
    /// <summary>What was searched by: <c>subject</c>, <c>actor</c>, <c>case</c>; null: what stands out.</summary>
    public string? By { get; init; }

    /// <summary>What was searched for.</summary>
    public string Query { get; init; } = "";

    /// <summary>Why nothing could be searched, in words; null when it could.</summary>
    public string? Fault { get; init; }

    /// <summary>The entries, newest first.</summary>
    public ImmutableArray<AuditRowView> Rows { get; init; } = [];

    /// <summary>Where the next page is; null at the end.</summary>
    public string? Next { get; init; }

    /// <summary>The years that may be taken away, newest first.</summary>
    public ImmutableArray<Link> Years { get; init; } = [];
}

/// <summary>One entry.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who looked: the name, and the search for all they looked at.</param>
/// <param name="Whose">Whose data, each with the search for all who looked.</param>
/// <param name="What">Which fields.</param>
/// <param name="Purpose">Why, in words.</param>
/// <param name="Case">For which case, with the search for it; null when none was named.</param>
/// <param name="Flags">What stands out, in words.</param>
public sealed record AuditRowView(
    LocalDateTime At, Link Who, ImmutableArray<Link> Whose, string What, string Purpose, Link? Case,
    ImmutableArray<string> Flags);
