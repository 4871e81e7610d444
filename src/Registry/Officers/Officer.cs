using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>One duty of an officer over time.</summary>
/// <param name="No">Its number with this officer, from 1.</param>
/// <param name="Role">The role, as a pack defined it.</param>
/// <param name="Agency">The body; null for a post over all bodies.</param>
/// <param name="Area">The division or management area; null for the whole city.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force; null without end.</param>
public sealed record DutyTerm(int No, string Role, string? Agency, string? Area, LocalDate From, LocalDate? To)
{
    /// <summary>Whether it is in force on a day.</summary>
    public bool HoldsOn(LocalDate day) => day >= From && (To is not { } end || day < end);

    /// <summary>Whether it is in force on some day from this one on.</summary>
    internal bool HoldsFrom(LocalDate day) => To is not { } end || end > day;
}

/// <summary>While an officer is on leave another does these duties.</summary>
/// <param name="No">Its number with the absent officer, from 1.</param>
/// <param name="By">Who covers: <c>officer/…</c>.</param>
/// <param name="Duties">Numbers of the duties covered.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day no longer covered.</param>
public sealed record LeaveCover(int No, string By, ImmutableArray<int> Duties, LocalDate From, LocalDate To)
{
    /// <summary>Whether it is in force on a day.</summary>
    public bool HoldsOn(LocalDate day) => day >= From && day < To;
}

/// <summary>A cover as the covering officer knows it; what it gives is read from the absent officer each
/// time.</summary>
/// <param name="Absent">Who is covered: <c>officer/…</c>.</param>
/// <param name="No">The number of the cover with them.</param>
/// <param name="To">First day no longer covered, as agreed at first.</param>
public sealed record CoverTask(string Absent, int No, LocalDate To);

/// <summary>An officer of the city. Name and number at work are work data, shown wherever they acted.</summary>
/// <param name="Id">The id by which everything else names them: <c>officer/…</c>.</param>
/// <param name="Name">Their name at work; null when there is no such officer.</param>
/// <param name="StaffNumber">Their number at work; null when they have none.</param>
/// <param name="Identified">Whether it is recorded which natural person they are; no person is two officers.</param>
/// <param name="Duties">Their own duties, past ones too.</param>
/// <param name="Leaves">Their leaves that others cover.</param>
/// <param name="Covers">The leaves of others that they cover.</param>
public sealed record Officer(
    string Id,
    string? Name,
    string? StaffNumber,
    bool Identified,
    ImmutableArray<DutyTerm> Duties,
    ImmutableArray<LeaveCover> Leaves,
    ImmutableArray<CoverTask> Covers) : IState<Officer>
{
    internal const int MostDuties = 64;
    internal const int MostCovers = 32;

    /// <inheritdoc/>
    public static string Family => "officer";

    string? IState<Officer>.Shelf => null;

    /// <inheritdoc/>
    public static Officer Start(string key) => new($"officer/{key}", null, null, Identified: false, [], [], []);

    /// <inheritdoc/>
    public Officer Apply(IFact fact, Stamp stamp) => fact switch
    {
        OfficerAppointed one =>
            this with { Name = one.Name, StaffNumber = one.StaffNumber, Identified = one.Identified },
        DutyGranted one => this with { Duties = Duties.Add(one.Duty) },
        DutyEnded one =>
            this with { Duties = [.. Duties.Select(duty => duty.No == one.No ? duty with { To = one.To } : duty)] },
        LeaveCovered one => this with { Leaves = [.. Leaves.Where(old => old.To > one.Cover.From), one.Cover] },
        CoverTaken one => this with { Covers = [.. Covers.Where(old => old.To > one.From), one.Task] },
        CoverEnded one => this with
        {
            Leaves = [.. Leaves.Select(leave => leave.No == one.No ? leave with { To = one.To } : leave)],
        },
        _ => this,
    };

    /// <summary>The administrator's role held on some day from this one on; null for everybody else.</summary>
    internal AdministratorKind? AdministersFrom(LocalDate day)
    {
        foreach (var duty in Duties)
        {
            if (duty.HoldsFrom(day) && AdministratorKinds.Of(duty.Role) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }
}
