using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Handing a case, or a step of it, to somebody else.</summary>
/// <param name="Title">What the case is about.</param>
/// <param name="Number">Its number.</param>
/// <param name="Action">Where it is posted.</param>
/// <param name="Back">The case's page.</param>
/// <param name="Step">The open step; null for the stage itself.</param>
/// <param name="Version">The version of the case the reader saw.</param>
/// <param name="Fields">To whom, and why.</param>
/// <param name="Whole">What is wrong with the request as a whole; null when nothing is.</param>
public sealed record AssignView(
    string Title, string Number, string Action, string Back, string? Step, long Version,
        ImmutableArray<FieldView> Fields,
    string? Whole = null);
