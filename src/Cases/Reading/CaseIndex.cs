using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>
/// The lists of cases, kept in memory and rebuilt from documents at start: by number, by party, by desk in the order of
/// the clock, and the wheel of timers. A user sees his own write because followers run before the answer.
/// </summary>
/// <param name="book">The rules, for calendars and timers.</param>
public sealed class CaseIndex(Rulebook book) : Follower<Case>("cases.index")
{
    private const int MostOfParty = 10_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, CaseRow> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byParty = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Role, string Agency), SortedSet<(Instant Due, string Key)>> desks = [];
    private readonly SortedSet<(Instant At, ClockTurn Turn)> wheel =
        new(Comparer<(Instant At, ClockTurn Turn)>.Create(ByMoment));
    private readonly Dictionary<string, (Instant At, ClockTurn Turn)[]> timers = new(StringComparer.Ordinal);

    /// <summary>How many cases there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return rows.Count;
            }
        }
    }

    /// <summary>The key of the case with a number; null when there is none.</summary>
    public string? Find(string number)
    {
        lock (gate)
        {
            return byNumber.GetValueOrDefault(number);
        }
    }

    /// <summary>The cases an actor is party to, newest first.</summary>
    public ImmutableArray<CaseRow> OfParty(string party, int most = 200)
    {
        lock (gate)
        {
            return byParty.TryGetValue(party, out var keys)
                ? [.. keys.Select(key => rows[key]).OrderByDescending(row => row.OpenedAt).Take(most)]
                : [];
        }
    }

    /// <summary>The cases an actor is party to, newest first, as far as what they stand on reaches.</summary>
    public ImmutableArray<CaseRow> OfParty(Actor actor, int most = 200)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. OfParty(actor.Subject, MostOfParty).Where(actor.Covers).Take(most)];
    }

    /// <summary>Walks every row under a test, for counts; bounded by the caller.</summary>
    public ImmutableArray<CaseRow> Where(Func<CaseRow, bool> test, int most)
    {
        ArgumentNullException.ThrowIfNull(test);
        lock (gate)
        {
            return [.. rows.Values.Where(test).Take(most)];
        }
    }

    internal ImmutableArray<CaseRow> OnDesk(Duty duty, int most)
    {
        lock (gate)
        {
            IEnumerable<(Instant Due, string Key)> found = duty.Agency is { } agency
                ? desks.TryGetValue((duty.Role, agency), out var one) ? one : []
                : desks.Where(desk => desk.Key.Role == duty.Role).SelectMany(desk => desk.Value).Order();
            return
            [
                .. found.Select(entry => rows[entry.Key])
                    .Where(row => duty.Area is null || row.Area.StartsWith(duty.Area, StringComparison.Ordinal))
                    .Take(most),
            ];
        }
    }

    /// <summary>The turns whose moment has come, earliest first.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="skip">Turns to pass over; null: none.</param>
    public ImmutableArray<ClockTurn> DueBy(Instant now, int most, Func<ClockTurn, bool>? skip = null)
    {
        lock (gate)
        {
            return
            [
                .. wheel.TakeWhile(timer => timer.At <= now)
                    .Select(timer => timer.Turn)
                    .Where(turn => skip?.Invoke(turn) != true)
                    .Take(most),
            ];
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        lock (gate)
        {
            rows.Clear();
            byNumber.Clear();
            byParty.Clear();
            desks.Clear();
            wheel.Clear();
            timers.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void Follow(string key, Case? before, Case after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        var rules = book.For(after);
        var calendar = rules.Calendar(after);
        var row = Row(after, rules, calendar);
        var turns = Turns(after, rules, calendar);
        lock (gate)
        {
            if (rows.TryGetValue(after.Key, out var old))
            {
                Leave(old);
            }

            rows[after.Key] = row;
            byNumber[row.Number] = row.Key;
            foreach (var party in row.Parties)
            {
                (byParty.TryGetValue(
                    party, out var keys) ? keys : byParty[party] = new(StringComparer.Ordinal)).Add(row.Key);
            }

            foreach (var desk in row.Desks)
            {
                (desks.TryGetValue(
                    (desk.Role, desk.Agency), out var shelf) ? shelf : desks[(desk.Role, desk.Agency)] = [])
                    .Add((row.DueAt, row.Key));
            }

            if (turns.Length > 0)
            {
                timers[row.Key] = turns;
                wheel.UnionWith(turns);
            }
        }
    }

    private void Leave(CaseRow old)
    {
        foreach (var desk in old.Desks)
        {
            if (desks.TryGetValue((desk.Role, desk.Agency), out var shelf))
            {
                shelf.Remove((old.DueAt, old.Key));
            }
        }

        foreach (var party in old.Parties)
        {
            byParty[party].Remove(old.Key);
        }

        if (timers.Remove(old.Key, out var turns))
        {
            wheel.ExceptWith(turns);
        }
    }

    private static CaseRow Row(Case state, CaseRules rules, WorkCalendar calendar)
    {
        var light = state.Light is { } id && state.Clock(id) is { Runs: true } clock ? clock : null;
        return new(
            state.Key, state.Number, state.Title, state.Subject, state.Procedure, state.Stage, state.Area, state.Agency,
            state.OpenedAt, state.End)
        {
            Light = light,
            Desks = Desks(state),
            Parties = [.. state.Parties.Values.Distinct(StringComparer.Ordinal)],
            DueAt = light?.Due(calendar, light.LastMoment(calendar)).At ?? Instant.MaxValue,
            StageName = rules.Procedure.Stage(state.Stage).Name,
            Warn = light is null ? null : rules.Procedure.Clocks.GetValueOrDefault(light.Id)?.Warn,
        };
    }

    private static ImmutableArray<DeskPlace> Desks(Case state)
    {
        if (state.End is not null)
        {
            return [];
        }

        return state.Desk is { } desk
            ? [new(desk, state.Agency, Step: null, state.Assignee)]
            :
            [
                .. state.Plan.Where(step => step.IsOpen(state.Plan))
                    .Select(step => new DeskPlace(step.Role, step.Agency ?? state.Agency, step.Id, step.Assignee)),
            ];
    }

    private static (Instant At, ClockTurn Turn)[] Turns(Case state, CaseRules rules, WorkCalendar calendar) =>
    [
        .. PendingTimer.Of(state, rules, calendar).Where(timer => !timer.Provisional)
            .Select(timer => (timer.At, timer.Turn)),
    ];

    private static int ByMoment((Instant At, ClockTurn Turn) one, (Instant At, ClockTurn Turn) other) =>
        one.At != other.At ? one.At.CompareTo(other.At)
        : (one.Turn.Turn, one.Turn.Pause) != (other.Turn.Turn, other.Turn.Pause)
            ? (one.Turn.Turn, one.Turn.Pause).CompareTo((other.Turn.Turn, other.Turn.Pause))
        : string.CompareOrdinal(one.Turn.Case, other.Turn.Case) is not 0 and var byCase ? byCase
        : string.CompareOrdinal(one.Turn.Clock, other.Turn.Clock);
}
