using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Components.Lists;

namespace Heluo.Terminal.Pages.Items;

/// <summary>The guide of one matter.</summary>
public sealed record ItemView
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Where an application begins; null when it cannot be applied for here.</summary>
    public string? Apply { get; init; }

    /// <summary>The promised limit in words.</summary>
    public required string Promise { get; init; }

    /// <summary>The limit the law sets, in words.</summary>
    public required string Law { get; init; }

    /// <summary>The article of law, in words.</summary>
    public string? Basis { get; init; }

    /// <summary>If applied for now: the day it would be decided by at the latest, in words.</summary>
    public string? Foresight { get; init; }

    /// <summary>The facts every guide states: who handles it, visits, fees, result.</summary>
    public ImmutableArray<RowView> Facts { get; init; } = [];

    /// <summary>Who may apply.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>The questions whose answers choose the materials.</summary>
    public ImmutableArray<FieldView> Situations { get; init; } = [];

    /// <summary>The materials for the answers given so far.</summary>
    public ImmutableArray<MaterialView> Materials { get; init; } = [];

    /// <summary>Materials that depend on answers not given yet.</summary>
    public ImmutableArray<string> Perhaps { get; init; } = [];

    /// <summary>The way of a case in order.</summary>
    public ImmutableArray<StepView> Steps { get; init; } = [];

    /// <summary>The longest way from acceptance to decision in working days; null when none is counted.</summary>
    public decimal? LongestDays { get; init; }

    /// <summary>The shortest way from acceptance to decision in working days; null when none is counted.</summary>
    public decimal? ShortestDays { get; init; }

    /// <summary>Window, telephones, hours.</summary>
    public ImmutableArray<RowView> Contact { get; init; } = [];

    /// <summary>Questions often asked, with their answers.</summary>
    public ImmutableArray<(string Question, string Answer)> Faq { get; init; } = [];

    /// <summary>Which values are the demo city's own, as the item names them: <c>limits.promise</c>, <c>window</c>;
    /// each is marked where it stands.</summary>
    public ImmutableHashSet<string> Invented { get; init; } = [];
}

/// <summary>One material of a guide or an application.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Need">Whether it is required, in words.</param>
/// <param name="About">Form, copies and source, in words.</param>
public sealed record MaterialView(string Name, string Need, string About)
{
    /// <summary>The name of the field that takes it; empty in a guide.</summary>
    public string Field { get; init; } = "";

    /// <summary>File name endings that are taken, e.g. <c>.pdf,.jpg</c>.</summary>
    public string Accept { get; init; } = "";

    /// <summary>The answer that asks for it, in words; null when always asked.</summary>
    public string? Because { get; init; }

    /// <summary>The kinds of file that are taken, in words.</summary>
    public string Kinds { get; init; } = "";

    /// <summary>What a good one looks like; nothing when null.</summary>
    public string? Sample { get; init; }

    /// <summary>What was handed in: files or papers.</summary>
    public ImmutableArray<GivenView> Given { get; init; } = [];

    /// <summary>Whether what was handed in stays: it can be added to, not taken back.</summary>
    public bool Settled { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it must be handed in.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Whether the city holds it already and does not ask for it.</summary>
    public bool Waived { get; init; }
}

/// <summary>One file or paper that was handed in.</summary>
/// <param name="Id">The id under which it can be taken back.</param>
/// <param name="Name">What it is called.</param>
public sealed record GivenView(string Id, string Name);

/// <summary>One step of the way.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="By">Who does it.</param>
/// <param name="Days">Its limit in words.</param>
/// <param name="When">When it is done at all, in words; null when always.</param>
public sealed record StepView(string Name, string By, string Days, string? When = null);
