using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Performs what a procedure says happens when a clock, or a pause of it, runs out. The house performs it, at
/// the legal moment however late the timer fires.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Turn">Which start of it.</param>
/// <param name="Pause">Which of its pauses came to its cap, from 1; 0: the clock itself ran out.</param>
public sealed record WakeCase(string Clock, int Turn, int Pause = 0) : IDecision<WakeCase, Case>, IDeclaresReads<Case>
{
    /// <summary>The act, with its counters and token, as the desk prepared it: no part of what makes two firings the
    /// same.</summary>
    [JsonIgnore]
    public PerformAct Prepared { get; init; } = new("", Step: null, [], Version: 0);

    /// <inheritdoc/>
    public void Declare(Case state, ReadList list) => Prepared.Declare(state, list);

    /// <summary>The whole rule: nothing happens when the clock has stopped, stands, was started anew, or is not yet due
    /// under the calendar as known now (a provisional date never fires).</summary>
    public static Outcome<Decided> Decide(Case state, Actor actor, Reads reads, WakeCase request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(request);
        if (!state.Exists)
        {
            return Decided.Nothing;
        }

        var rules = reads.Context<Rulebook>().For(state);
        var mine = new ClockTurn(state.Key, request.Clock, request.Turn, request.Pause);
        var found = PendingTimer.Of(state, rules, rules.Calendar(state)).Where(timer => timer.Turn == mine).ToArray();
        if (found is not [var timer] || !timer.IsDue(now))
        {
            return Decided.Nothing;
        }

        return PerformAct.Decide(
            state,
            actor,
            reads,
            request.Prepared with { Act = timer.Rule.Act, Version = state.Version, LegalAt = timer.At },
            now);
    }
}
