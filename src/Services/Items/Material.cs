using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Whether a material is needed.</summary>
public enum MaterialNeed
{
    /// <summary>Without it the application is incomplete.</summary>
    Required,

    /// <summary>May be given.</summary>
    Optional,

    /// <summary>May follow later against a written promise.</summary>
    Deferrable,
}

/// <summary>Where a material comes from.</summary>
public enum MaterialSource
{
    /// <summary>The applicant makes it.</summary>
    Applicant,

    /// <summary>A public body issued it.</summary>
    Government,

    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>A material of an item.</summary>
public sealed record Material
{
    /// <summary>Id within the item, name, condition, and what files it takes.</summary>
    public required PaperRule Rule { get; init; }

    /// <summary>Whether it is needed.</summary>
    public required MaterialNeed Need { get; init; }

    /// <summary>Forms it may be given in: <c>original</c>, <c>copy</c>, <c>electronic</c>.</summary>
    public required ImmutableArray<string> Forms { get; init; }

    /// <summary>How many copies on paper.</summary>
    public required int Copies { get; init; }

    /// <summary>Where it comes from.</summary>
    public required MaterialSource Source { get; init; }

    /// <summary>Trust level it must have, A (issued by the agency) to D (vouched for by the applicant); State Council
    /// guide
    /// letter 108 of 2016.</summary>
    public required string Trust { get; init; }

    /// <summary>A form to fill in; null: none.</summary>
    public string? Template { get; init; }

    /// <summary>What a good one looks like.</summary>
    public Localized? Sample { get; init; }
}
