using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>One administrator.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Officer">Who: <c>officer/…</c>.</param>
/// <param name="No">The number of the duty.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force; null without end.</param>
public sealed record AdministratorSeat(AdministratorKind Kind, string Officer, int No, LocalDate From, LocalDate? To);

/// <summary>Who the administrators of the city are. One stream, so that naming two at once meets here.</summary>
/// <param name="Seats">Every seat that was ever taken; ended ones go when the next is taken.</param>
public sealed record Administration(ImmutableArray<AdministratorSeat> Seats) : IState<Administration>
{
    /// <summary>The key of the one stream.</summary>
    internal const string Key = "city";

    /// <inheritdoc/>
    public static string Family => "administration";

    string? IState<Administration>.Shelf => null;

    /// <inheritdoc/>
    public static Administration Start(string key) => new([]);

    /// <inheritdoc/>
    public Administration Apply(IFact fact, Stamp stamp) => fact switch
    {
        AdministratorNamed one => new(
        [
            .. Seats.Where(seat => seat.To is not { } end || end > one.From),
            new AdministratorSeat(one.Kind, one.Officer, one.No, one.From, one.To),
        ]),
        AdministratorLeft one => new(
        [
            .. Seats.Select(seat => seat.Officer == one.Officer && seat.No == one.No
                ? seat with { To = one.To }
                : seat),
        ]),
        _ => this,
    };

    /// <summary>Whether somebody is of this kind on some day from this one on.</summary>
    internal bool HasFrom(AdministratorKind kind, LocalDate day) =>
        Seats.Any(seat => seat.Kind == kind && (seat.To is not { } end || end > day));

    /// <summary>Whether somebody is of this kind on a day.</summary>
    internal bool HoldsOn(AdministratorKind kind, LocalDate day) =>
        Seats.Any(seat => seat.Kind == kind && seat.From <= day && (seat.To is not { } end || end > day));

    internal Administration Without(string officer, int no) =>
        new([.. Seats.Where(seat => seat.Officer != officer || seat.No != no)]);
}

/// <summary>An administrator was named.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Officer">Who.</param>
/// <param name="No">The number of the duty.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force.</param>
public sealed record AdministratorNamed(
    AdministratorKind Kind, string Officer, int No, LocalDate From, LocalDate? To) : IFact;

/// <summary>An administrator's seat was given an end.</summary>
/// <param name="Officer">Who.</param>
/// <param name="No">The number of the duty.</param>
/// <param name="To">First day no longer in force.</param>
public sealed record AdministratorLeft(string Officer, int No, LocalDate To) : IFact;
