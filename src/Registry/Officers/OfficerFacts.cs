using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>An officer was recorded; they hold no duty yet.</summary>
/// <param name="Name">Their name at work.</param>
/// <param name="StaffNumber">Their number at work.</param>
/// <param name="Identified">Whether it was recorded which natural person they are.</param>
public sealed record OfficerAppointed(string Name, string? StaffNumber, bool Identified) : IFact;

/// <summary>An officer was given a duty.</summary>
/// <param name="Duty">The duty.</param>
public sealed record DutyGranted(DutyTerm Duty) : IFact;

/// <summary>A duty was given an end.</summary>
/// <param name="No">Which one.</param>
/// <param name="To">First day no longer in force.</param>
public sealed record DutyEnded(int No, LocalDate To) : IFact;

/// <summary>Duties of an absent officer were given to another for a time; in the absent officer's stream.</summary>
/// <param name="Cover">Who, what, when.</param>
public sealed record LeaveCovered(LeaveCover Cover) : IFact;

/// <summary>The same cover in the covering officer's stream.</summary>
/// <param name="Task">Whose leave.</param>
/// <param name="From">First day.</param>
public sealed record CoverTaken(CoverTask Task, LocalDate From) : IFact;

/// <summary>A cover ended early; in the absent officer's stream.</summary>
/// <param name="No">Which one.</param>
/// <param name="To">First day no longer covered.</param>
public sealed record CoverEnded(int No, LocalDate To) : IFact;
