using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>A leave of an officer, as its page shows it.</summary>
/// <param name="No">Its number.</param>
/// <param name="Absent">Who is away, by name.</param>
/// <param name="By">Who covers, by name.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day no longer covered.</param>
/// <param name="Own">Whether the reader is the one who is away, and may end it.</param>
public sealed record Leave(int No, string Absent, string By, LocalDate From, LocalDate To, bool Own);

/// <summary>The leaves of officers and who covers them.</summary>
/// <param name="desk">Where they are written down.</param>
/// <param name="store">Where officers are.</param>
/// <param name="roll">Their names.</param>
/// <param name="colleagues">Who could cover.</param>
/// <param name="city">The calendar day.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class Leaves(
    Desk desk, Store store, OfficerRoll roll, Colleagues colleagues, City city, TimeProvider clock)
{
    /// <summary>Leaves of an officer and those they cover, from today on.</summary>
    public async Task<Outcome<ImmutableArray<Leave>>> OfAsync(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await LoadAsync(actor.Id)).TryGet(out var officer, out var refusal))
        {
            return refusal;
        }

        var today = city.DayAt(clock.Now());
        var leaves = officer.Leaves.Where(leave => leave.To > today)
            .Select(leave => Shown(officer.Id, leave, own: true)).ToList();
        foreach (var task in officer.Covers.Where(task => task.To > today))
        {
            if ((await LoadAsync(task.Absent)).TryGet(out var absent, out _))
            {
                leaves.AddRange(absent.Leaves.Where(
                    leave => leave.No == task.No && leave.By == officer.Id && leave.To > today)
                    .Select(leave => Shown(absent.Id, leave, own: false)));
            }
        }

        return leaves.OrderBy(leave => leave.From).ToImmutableArray();
    }

    /// <summary>Officers who hold one of the same duties today, by name: those who could cover.</summary>
    public async Task<ImmutableArray<Colleague>> WhoCouldAsync(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await LoadAsync(actor.Id)).TryGet(out var officer, out _))
        {
            return [];
        }

        var today = city.DayAt(clock.Now());
        return
        [
            .. officer.Duties.Where(duty => duty.HoldsOn(today) && duty.Agency is not null)
                .SelectMany(duty => colleagues.With(duty.Role, duty.Agency!, duty.Area ?? city.Root))
                .Where(one => one.Id != actor.Id)
                .DistinctBy(one => one.Id)
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Lets another cover a leave of the actor. Refuses as <see cref="CoverLeave.Decide"/> does.</summary>
    /// <param name="actor">Who goes on leave.</param>
    /// <param name="by">Who covers, <c>officer/…</c>.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">First day no longer covered.</param>
    /// <param name="command">The command's id.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<Refusal?> CoverAsync(
        Actor actor, string by, LocalDate from, LocalDate to, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return People.Key(actor.Id, Officer.Family) is { } key && People.Key(by, Officer.Family) is { } other
            ? (await desk.RunAsync<CoverLeave, Officer>(key, new(other, [], from, to), actor, command, ct)).Refusal
            : RegistryRefusals.NotFound("officer.unknown", "There is no such officer.");
    }

    /// <summary>Ends a leave of the actor. Refuses as <see cref="EndCover.Decide"/> does.</summary>
    public async Task<Refusal?> EndAsync(Actor actor, int no, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return People.Key(actor.Id, Officer.Family) is { } key
            ? (await desk.RunAsync<EndCover, Officer>(key, new(no), actor, command, ct)).Refusal
            : RegistryRefusals.NotFound("officer.unknown", "There is no such officer.");
    }

    private async Task<Outcome<Officer>> LoadAsync(string id) => People.Key(id, Officer.Family) is { } key
        ? (await store.LoadAsync<Officer>(key)).Then<Officer>(static loaded => loaded.State)
        : RegistryRefusals.NotFound("officer.unknown", "There is no such officer.");

    private Leave Shown(string absent, LeaveCover leave, bool own) => new(
        leave.No, roll.NameOf(absent) ?? absent, roll.NameOf(leave.By) ?? leave.By, leave.From, leave.To, own);
}
