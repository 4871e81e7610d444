using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>
/// How a kind of case is conducted, as data: stages, acts, clocks, timers. The engine has one verb, <em>perform an
/// act</em>;
/// everything a city wants beyond it is written in a pack.
/// </summary>
public sealed record Procedure
{
    /// <summary>Id within the pack, as its file names it.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the procedure.</summary>
    public required int Version { get; init; }

    /// <summary>Its name.</summary>
    public required Localized Name { get; init; }

    /// <summary>How its cases are numbered.</summary>
    public required NumberRule Number { get; init; }

    /// <summary>The parties a case may have; the first is the one who opens it.</summary>
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>Names of the values that whoever opens a case must give; frozen on the case.</summary>
    public required ImmutableArray<string> Params { get; init; }

    /// <summary>Its clocks by id.</summary>
    public required ImmutableDictionary<string, ClockRule> Clocks { get; init; }

    /// <summary>Its stages in the order the pack writes them.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    /// <summary>The stage a new case stands in.</summary>
    public required string Start { get; init; }

    /// <summary>What becomes true by opening.</summary>
    public required Effects Opens { get; init; }

    /// <summary>Its acts in the order the pack writes them, which is the order a person sees them in.</summary>
    public required ImmutableArray<Act> Acts { get; init; }

    /// <summary>What the house does by itself when a clock runs out.</summary>
    public required ImmutableArray<TimerRule> Timers { get; init; }

    /// <summary>The act with this id, or null.</summary>
    public Act? Find(string act) => Acts.FirstOrDefault(candidate => candidate.Id == act);

    /// <summary>The stage with this id.</summary>
    /// <exception cref="KeyNotFoundException">The procedure has no such stage; a checked pack never asks for
    /// one.</exception>
    public Stage Stage(string id) =>
        Stages.FirstOrDefault(stage => stage.Id == id) ?? throw new KeyNotFoundException($"{Id} has no stage {id}.");
}

/// <summary>One stage of a procedure.</summary>
/// <param name="Id">Id within the procedure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Desk">The role or party that works it; null while a plan is worked or after the end.</param>
/// <param name="Light">The clock that colours it in an inbox.</param>
/// <param name="Plan">Whether the plan of the case's subject is worked here.</param>
/// <param name="Then">The stage that follows when the plan has ended.</param>
/// <param name="Days">Working days planned, counted in the path; a subject may say otherwise.</param>
/// <param name="End">How a case that reaches it has ended; null while it lives.</param>
public sealed record Stage(
    string Id, Localized Name, string? Desk, string? Light, bool Plan, string? Then, decimal Days, string? End);

/// <summary>A clock a procedure can start.</summary>
/// <param name="Id">Id within the procedure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Limit">Its limit, or null when <paramref name="Param"/> gives it.</param>
/// <param name="Param">Name of the param of the case that holds the limit.</param>
/// <param name="Basis">The article it comes from.</param>
/// <param name="Warn">How much before the due moment its light turns yellow.</param>
public sealed record ClockRule(string Id, Localized Name, Limit? Limit, string? Param, string? Basis, Limit? Warn);

/// <summary>What the house does when a clock runs out, or a pause of it does.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Act">The act performed, at the legal moment however late the timer fires.</param>
/// <param name="AtCap">True: when a pause of the clock reaches its cap; false: when the clock itself runs out.</param>
public sealed record TimerRule(string Clock, string Act, bool AtCap = false);

/// <summary>How cases are numbered.</summary>
/// <param name="Prefix">Prefix of the number; null: the 43-character case number of a service item.</param>
public sealed record NumberRule(string? Prefix);
