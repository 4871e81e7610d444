using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Performs what a procedure says happens when a clock runs out. The house performs it, at the legal moment of
/// the
/// due date however late the timer fires.</summary>
/// <param name="Clock">The clock that ran out.</param>
/// <param name="Turn">Which start of it.</param>
public sealed record WakeCase(string Clock, int Turn) : IDecision<WakeCase, Case>, IDeclaresReads<Case>
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
        if (!state.Exists || state.Clock(request.Clock) is not { Runs: true } clock || clock.Turn != request.Turn)
        {
            return Decided.Nothing;
        }

        var rules = reads.Context<Rulebook>().For(state);
        var due = clock.Due(rules.Calendar(state), now);
        if (due.RunsOutAt is not { } legal || legal > now || due.Provisional
            || rules.Procedure.Timers.FirstOrDefault(timer => timer.Clock == request.Clock) is not { } timer)
        {
            return Decided.Nothing;
        }

        return PerformAct.Decide(
            state,
            actor,
            reads,
            request.Prepared with { Act = timer.Act, Version = state.Version, LegalAt = legal },
            now);
    }
}
