using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>The door to cases for every other room: open, read, perform, assign, link, wake.</summary>
/// <param name="desk">Decides and appends.</param>
/// <param name="store">Loads.</param>
/// <param name="index">Finds cases by number.</param>
/// <param name="book">Finds the rules of a case.</param>
/// <param name="ids">Gives the unguessable part of document ids.</param>
/// <param name="clock">The clock of the house.</param>
/// <param name="doubt">Whether that clock can be believed.</param>
public sealed class CaseDesk(
    Desk desk, Store store, CaseIndex index, Rulebook book, Ids ids, TimeProvider clock, ClockDoubt doubt)
{
    private const int PreparedAtMost = 4;

    /// <summary>Opens a case. Refuses as <see cref="OpenCase.Decide"/> does.</summary>
    public Task<Outcome<Case>> OpenAsync(OpenCase request, Actor actor, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return PreparedAsync(() => desk.RunAsync<OpenCase, Case>(
            KeyFor(actor.Id, command), Prepare(request, actor, clock.Now()), actor, command, ct));
    }

    /// <summary>Performs an act. Refuses as <see cref="PerformAct.Decide"/> does.</summary>
    public async Task<Outcome<Case>> PerformAsync(
        string number, PerformAct request, Actor actor, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!(await ReadAsync(number, actor, ct)).TryGet(out var state, out var refusal))
        {
            return refusal;
        }

        await CatchUpAsync(state, ct);
        return await PreparedAsync(() => desk.RunAsync<PerformAct, Case>(
            state.Key, Prepare(request, state, actor, clock.Now()), actor, command, ct));
    }

    /// <summary>Hands a case or step on. Refuses as <see cref="AssignCase.Decide"/> does.</summary>
    public async Task<Outcome<Case>> AssignAsync(
        string number, AssignCase request, Actor actor, string command, CancellationToken ct) =>
        (await ReadAsync(number, actor, ct)).TryGet(out var state, out var refusal)
            ? State(await desk.RunAsync<AssignCase, Case>(state.Key, request, actor, command, ct))
            : refusal;

    /// <summary>Notes a link. Refuses as <see cref="LinkCase.Decide"/> does.</summary>
    public async Task<Outcome<Case>> LinkAsync(
        string number, LinkCase request, Actor actor, string command, CancellationToken ct) =>
        (await ReadAsync(number, actor, ct)).TryGet(out var state, out var refusal)
            ? State(await desk.RunAsync<LinkCase, Case>(state.Key, request, actor, command, ct))
            : refusal;

    /// <summary>Lets a timer do its work; harmless when fired twice or when the clock was stopped meanwhile.</summary>
    public Task<Outcome<Case>> WakeAsync(ClockTurn turn, CancellationToken ct) => PreparedAsync(async () =>
    {
        if (!(await store.LoadAsync<Case>(turn.Case)).TryGet(out var loaded, out var refusal))
        {
            return refusal;
        }

        // Its documents are numbered in the year of the legal moment, which may be over when the timer fires.
        var pending = loaded.State.Exists ? Pending(loaded.State).Where(timer => timer.Turn == turn).ToArray() : [];
        var wake = new WakeCase(turn.Clock, turn.Turn, turn.Pause);
        return await desk.RunAsync<WakeCase, Case>(
            turn.Case,
            pending is [var timer] ? wake with { Prepared = Prepare(timer, loaded.State) } : wake,
            Actor.House,
            turn.CommandId,
            ct);
    });

    /// <summary>The case with a number, for an actor who may know of it; else <c>case.unknown</c>.</summary>
    public async Task<Outcome<Case>> ReadAsync(string number, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (index.Find(number) is not { } key)
        {
            return Refusals.Unknown();
        }

        return (await store.LoadAsync<Case>(key)).TryGet(out var loaded, out var refusal)
            ? CaseAccess.MayRead(loaded.State, actor, book.For(loaded.State)) ? loaded.State : Refusals.Unknown()
            : refusal;
    }

    /// <summary>The acts the actor may perform now, on the case and on its open steps, in the order of the
    /// procedure.</summary>
    public ImmutableArray<AllowedAct> Allowed(Case state, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        var rules = book.For(state);
        string?[] steps = [.. state.Plan.Where(step => step.IsOpen(state.Plan)).Select(step => step.Id)];
        return
        [
            .. rules.Procedure.Acts.SelectMany(act => act.OnStep
                ? steps.Where(step => Permit.Refuse(act, step, state, actor, rules) is null)
                    .Select(step => new AllowedAct(act, step))
                : Permit.Refuse(act, step: null, state, actor, rules) is null ? [new AllowedAct(act, Step: null)] : []),
        ];
    }

    /// <summary>Why the actor may not perform an act now; null: they may. Refuses <c>act.unknown</c>,
    /// <c>act.no_step</c>, <c>act.not_yours</c>, <c>act.not_now</c>, <c>act.too_often</c>.</summary>
    public Refusal? Refuse(Case state, Actor actor, string act, string? step)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        var rules = book.For(state);
        return rules.Procedure.Find(act) is { } found
            ? Permit.Refuse(found, step, state, actor, rules)
            : Refusals.UnknownAct(act);
    }

    /// <summary>The rules of a case.</summary>
    public CaseRules Rules(Case state) => book.For(state);

    /// <summary>The clocks of a case with what is derived from them now.</summary>
    public ImmutableArray<ClockReading> Clocks(Case state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rules = book.For(state);
        var (calendar, now) = (rules.Calendar(state), clock.Now());
        return [.. state.Clocks.Select(
            one => one.Read(calendar, rules.Procedure.Clocks.GetValueOrDefault(one.Id)?.Warn, now))];
    }

    /// <summary>The light of a row now; null when no clock colours it.</summary>
    public ClockReading? Read(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Light is { } light
            ? light.Read(book.Calendar(row.Area, row.Agency), row.Warn, clock.Now())
            : null;
    }

    // What the law makes true at a moment is true before anything that is done after it, also when the timer was late.
    private async Task CatchUpAsync(Case state, CancellationToken ct)
    {
        var now = clock.Now();
        if (doubt.IsInDoubt)
        {
            return;
        }

        foreach (var timer in Pending(state).Where(timer => timer.IsDue(now)).OrderBy(timer => timer.At))
        {
            await WakeAsync(timer.Turn, ct);
        }
    }

    private IEnumerable<PendingTimer> Pending(Case state)
    {
        var rules = book.For(state);
        return PendingTimer.Of(state, rules, rules.Calendar(state));
    }

    // A repeated command gets its first answer also when its subject is no longer in force: so what cannot be prepared
    // goes on as it is, and the rule refuses it.
    private OpenCase Prepare(OpenCase request, Actor actor, Instant now)
    {
        if (!book.ForNew(request.Kind, request.Subject, request.Area, now).TryGet(out var ground, out _))
        {
            return request;
        }

        var (rules, agency) = ground;
        return request with
        {
            Serial = rules.NumberFront(agency, request.Area, now).Serial,
            Serials = DocumentNumbers.Serials(rules, agency, rules.Procedure.Opens.Documents, now),
            Token = ids.Next(),
            Authorization = Authorization.KeyOf(actor),
        };
    }

    private PerformAct Prepare(PendingTimer timer, Case state) =>
        Prepare(new PerformAct(timer.Rule.Act, Step: null, [], state.Version), state, Actor.House, timer.At);

    private PerformAct Prepare(PerformAct request, Case state, Actor actor, Instant at)
    {
        var rules = book.For(state);
        var effects = rules.Procedure.Find(request.Act)?.Effects ?? Effects.None;
        var documents = effects.Documents;
        var erases = effects.Erase is not null;
        return request with
        {
            Erasure = erases ? FormattableString.Invariant($"{state.Key}-{state.Version}") : null,
            StillRuns = erases ? StillRuns(state, rules) : null,
            Serials = DocumentNumbers.Serials(rules, state.Agency, documents, at),
            Token = ids.Next(),
            Authorization = Authorization.KeyOf(actor),
        };
    }

    private string? StillRuns(Case state, CaseRules rules) =>
        state.Parties.TryGetValue(rules.Procedure.Parties[0], out var party)
            ? index.OfParty(party, int.MaxValue).FirstOrDefault(row => row.Key != state.Key && row.End is null)?.Number
            : null;

    // A day or a year may end between preparing and deciding.
    private static async Task<Outcome<Case>> PreparedAsync(Func<Task<Outcome<Done<Case>>>> run)
    {
        var done = await run();
        for (var again = 1; again < PreparedAtMost && Refusals.IsUnprepared(done.Refusal); again++)
        {
            done = await run();
        }

        return State(done);
    }

    private static Outcome<Case> State(Outcome<Done<Case>> done) =>
        done.TryGet(out var given, out var refusal) ? given.State : refusal;

    // The same command by the same actor must come to the same stream; a command id of ours also keeps streams in
    // the order of time, which keeps the document table's pages warm.
    private static string KeyFor(string actor, string command)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor}\n{command}")));
        return command.Length == 26 && command.All(char.IsAsciiLetterOrDigit) ? command[..10] + hash[..16] : hash[..26];
    }
}

/// <summary>The duties an officer holds today; supplied by the registry.</summary>
/// <param name="officer">Id of the officer.</param>
public delegate ValueTask<IReadOnlyList<Duty>> DutiesOf(string officer);

/// <summary>An act somebody may perform now.</summary>
/// <param name="Act">The act.</param>
/// <param name="Step">The open step it would end; null: on the case.</param>
public sealed record AllowedAct(Act Act, string? Step);
