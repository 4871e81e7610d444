using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>Puts the parts of each calendar together and builds it; the city's own settings win over the
/// calendar's.</summary>
internal static class PackCalendars
{
    public static ImmutableDictionary<string, WorkCalendar> Build(
        Definitions<CalendarPart> parts, Definitions<PlacedClosure> closures, CitySettings? settings, PackFaults faults)
    {
        var calendars = ImmutableDictionary.CreateBuilder<string, WorkCalendar>(StringComparer.Ordinal);
        foreach (var calendar in parts.All.GroupBy(part => part.Calendar, StringComparer.Ordinal))
        {
            var city = settings?.Calendar == calendar.Key ? settings : null;
            if (Build(calendar.Key, [.. calendar], closures.All, city, faults) is { } built)
            {
                calendars[calendar.Key] = built;
            }
        }

        return calendars.ToImmutable();
    }

    private static WorkCalendar? Build(
        string name,
        ImmutableArray<CalendarPart> parts,
        ImmutableArray<PlacedClosure> closures,
        CitySettings? city,
        PackFaults faults)
    {
        var zone = city?.Zone ?? parts.Select(part => part.Zone).FirstOrDefault(it => it is not null);
        if (zone is null)
        {
            faults.Add(
                parts[0].At, "pack.calendar_zone", $"Neither a city nor a file says in which zone \"{name}\" is kept.");
            return null;
        }

        var data = new CalendarData
        {
            Name = name,
            Zone = zone,
            Weekend = city?.Weekend ?? parts.Select(part => part.Weekend).FirstOrDefault(it => it is not null)
                ?? [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            OfficeHours =
                city?.OfficeHours ?? parts.Select(part => part.OfficeHours).FirstOrDefault(it => it is not null)
                ?? OfficeHours.Usual,
            Notices = [.. parts.SelectMany(part => part.Notices)],
            Closures = city is null ? [] : [.. closures.Select(closure => closure.Value)],
        };
        var outcome = WorkCalendar.Build(data);
        if (outcome.Refusal is { } refusal)
        {
            Report(refusal, parts, closures, faults);
            return null;
        }

        return outcome.Value;
    }

    /// <summary>The kernel names a fault by the id of its notice or closure; here it gets its line.</summary>
    private static void Report(
        Refusal refusal, ImmutableArray<CalendarPart> parts, ImmutableArray<PlacedClosure> closures, PackFaults faults)
    {
        var places = parts
            .SelectMany(part => part.Notices.Zip(part.NoticesAt, (notice, at) => (notice.Id, At: at)))
            .Concat(closures.Select(closure => (closure.Value.Id, closure.At)))
            .ToLookup(place => place.Id, place => place.At, StringComparer.Ordinal);
        foreach (var fault in refusal.Faults)
        {
            var at = places[fault.Field].Append(parts[0].At).First();
            faults.Add(at, fault.Code, $"{fault.Sentence} ({fault.Field})");
        }
    }
}
