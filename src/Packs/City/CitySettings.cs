using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>What a pack says of the city itself.</summary>
/// <param name="Division">Code of the division that is the city.</param>
/// <param name="Zone">The zone whose clock its offices keep.</param>
/// <param name="Weekend">The rest days of a week, fewer than seven.</param>
/// <param name="OfficeHours">Office hours of a working day.</param>
/// <param name="Calendar">Name of the working calendar.</param>
/// <param name="PhoneArea">Area code of its telephones, digits; null when none is said.</param>
public sealed record CitySettings(
    string Division,
    DateTimeZone Zone,
    ImmutableArray<IsoDayOfWeek> Weekend,
    OfficeHours OfficeHours,
    string Calendar,
    string? PhoneArea)
{
    internal static Shape<CitySettings> Shape { get; } = Shapes.Map(fields => new CitySettings(
        fields.Required("division", Shapes.Ref("division", Shapes.DivisionCode)),
        fields.Required("zone", TimeShapes.Zone),
        fields.Required("weekend", TimeShapes.Weekend),
        fields.Required("office-hours", TimeShapes.OfficeHours),
        fields.Required("calendar", Shapes.Ref("calendar")),
        fields.Optional("phone-area", Shapes.Text(6, "^[0-9]{1,6}$", "an area code of digits"))));
}
