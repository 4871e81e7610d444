using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Something that can be done with a case: who may, when, with what, and what becomes true.</summary>
public sealed record Act
{
    /// <summary>As <see cref="To"/>: the stage the case came from.</summary>
    public const string Back = "back";

    /// <summary>Id within the procedure.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, an imperative.</summary>
    public required Localized Name { get; init; }

    /// <summary>One sentence for whoever is about to do it.</summary>
    public Localized? Hint { get; init; }

    /// <summary>The stages it leaves.</summary>
    public required ImmutableArray<string> From { get; init; }

    /// <summary>The stage it leads to; null: the case stays where it is.</summary>
    public string? To { get; init; }

    /// <summary>Who may; any one entry is enough, none means nobody.</summary>
    public required ImmutableArray<Who> Who { get; init; }

    /// <summary>What must be told with it.</summary>
    public required ImmutableArray<Field> Form { get; init; }

    /// <summary>What must hold.</summary>
    public required ImmutableArray<Need> Needs { get; init; }

    /// <summary>What becomes true.</summary>
    public required Effects Effects { get; init; }

    /// <summary>How often it may be done in one case; null: no bound of its own.</summary>
    public int? AtMost { get; init; }

    /// <summary>Whether it ends an open step of the plan.</summary>
    public bool OnStep { get; init; }

    /// <summary>Whether papers may be added with it.</summary>
    public bool TakesPapers { get; init; }

    /// <summary>Whether the answers of the case may be changed with it.</summary>
    public bool TakesAnswers { get; init; }

    /// <summary>Whether it breaks the case off (withdrawal, termination), so that it is no way to a result.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>For an act that goes back to an earlier stage: what the clocks do meanwhile.</summary>
    public Returns? Returns { get; init; }

    /// <summary>How often it may be done in one case, a bounded way back included; null: without bound.</summary>
    internal int? MostTimes =>
        Returns is { ClockRuns: true, AtMost: var back } ? Math.Min(AtMost ?? back, back) : AtMost;
}

/// <summary>Who may perform an act.</summary>
/// <param name="Name">A role, a party of the procedure, or <c>house</c>.</param>
/// <param name="Not">Acts whose last performer may not also perform this one: who closes is not who handled.</param>
public sealed record Who(string Name, ImmutableArray<string> Not)
{
    /// <summary>The name that stands for timers.</summary>
    public const string House = "house";
}

/// <summary>A condition an act needs.</summary>
/// <param name="That">CEL that must be true.</param>
/// <param name="Code">The code it is refused with otherwise.</param>
/// <param name="Say">The sentence it is refused with.</param>
public sealed record Need(CelText That, string Code, Localized Say);

/// <summary>What the clocks do while a returning act's way is walked again.</summary>
/// <param name="ClockRuns">True: the clock runs and the way is counted <paramref name="AtMost"/> times; false: it stops
/// and is listed as excluded.</param>
/// <param name="AtMost">How often the way back may be taken while the clock runs.</param>
public sealed record Returns(bool ClockRuns, int AtMost);

/// <summary>What an act makes true. A closed list, carried out by the engine; a pack names effects and never composes
/// them.</summary>
public sealed record Effects
{
    /// <summary>Nothing.</summary>
    public static Effects None { get; } = new();

    /// <summary>Clocks that start.</summary>
    public ImmutableArray<ClockStart> Start { get; init; } = [];

    /// <summary>Clocks that stop for good.</summary>
    public ImmutableArray<string> Stop { get; init; } = [];

    /// <summary>Clocks that pause.</summary>
    public ImmutableArray<ClockPause> Pause { get; init; } = [];

    /// <summary>Clocks that run on.</summary>
    public ImmutableArray<string> Resume { get; init; } = [];

    /// <summary>Clocks whose limit grows.</summary>
    public ImmutableArray<ClockExtend> Extend { get; init; } = [];

    /// <summary>Official documents that are issued, by template id.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>Who is told what.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>Marks set on the case: name → CEL.</summary>
    public ImmutableDictionary<string, CelText> Marks { get; init; } = ImmutableDictionary<string, CelText>.Empty;

    /// <summary>CEL giving the id of the agency the case is handed to; null: it stays.</summary>
    public CelText? Agency { get; init; }

    /// <summary>CEL giving the id of the officer the case is handed to; null: nobody in particular.</summary>
    public CelText? Assignee { get; init; }

    /// <summary>CEL giving the purposes for which the data of the first party are forgotten, a list of texts;
    /// <c>all</c> among them stands for every purpose; an empty list forgets nothing.</summary>
    public CelText? Erase { get; init; }
}

/// <summary>Starts a clock.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Since">A clock whose own start is taken as the start; null: the moment of the act.</param>
public sealed record ClockStart(string Clock, string? Since);

/// <summary>Pauses a clock.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Type">CEL giving the type of the pause; null: the id of the act.</param>
/// <param name="Cap">CEL giving the working days after which the clock runs on by itself; null: none.</param>
public sealed record ClockPause(string Clock, CelText? Type, CelText? Cap);

/// <summary>Adds to the limit of a clock, in its own unit.</summary>
public sealed record ClockExtend(string Clock, CelText By);

/// <summary>Tells a party something.</summary>
public sealed record Notice(string To, string Template);
