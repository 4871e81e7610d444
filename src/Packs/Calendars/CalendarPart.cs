using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>A part of a working calendar, as one file of <c>calendar/</c> holds it: notices of a year, or its
/// settings.</summary>
internal sealed record CalendarPart(
    string Calendar,
    ImmutableArray<CalendarNotice> Notices,
    ImmutableArray<PackAt> NoticesAt,
    DateTimeZone? Zone,
    ImmutableArray<IsoDayOfWeek>? Weekend,
    OfficeHours? OfficeHours,
    PackAt At)
{
    public static PackKind<CalendarPart> Kind { get; } =
        new("calendar", "calendar", Ask, list: "calendars") { IsParts = true };

    private static CalendarPart Ask(MapFields fields)
    {
        var year =
            fields.Optional("year", Shapes.Int(1900, 2200).About("The year that the notices of this file arrange."));
        var notices =
            fields.Many("notices", CalendarShapes.Notice, CalendarData.MaxNotices, by: notice => notice.Value.Id);
        if (!notices.IsEmpty && year is null)
        {
            fields.Fault("notices", "pack.missing_key", "The key \"year\" is missing: notices arrange one year.");
        }

        return new CalendarPart(
            fields.Id,
            [.. notices.Select(notice => notice.Value with { Year = year ?? 1900 })],
            [.. notices.Select(notice => notice.At)],
            fields.Optional("zone", TimeShapes.Zone),
            fields.Optional("weekend", TimeShapes.Weekend),
            fields.Optional("office-hours", TimeShapes.OfficeHours),
            fields.At);
    }
}

/// <summary>A local closure with its place.</summary>
internal sealed record PlacedClosure(LocalClosure Value, PackAt At)
{
    public static PackKind<PlacedClosure> Kind { get; } =
        new("closure", "calendar", CalendarShapes.Closure, list: "closures", idKey: "id", id: CalendarShapes.NoticeId);
}
