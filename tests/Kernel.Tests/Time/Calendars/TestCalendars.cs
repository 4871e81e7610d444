using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Kernel.Tests;

/// <summary>Calendars that tests count on.</summary>
internal static class TestCalendars
{
    public static DateTimeZone Shanghai { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static ImmutableArray<CalendarNotice> Notices { get; } = Read(NoticeTable.Text);

    public static CalendarData ChinaData { get; } = new() { Name = "cn", Zone = Shanghai, Notices = Notices };

    public static WorkCalendar China { get; } = WorkCalendar.Build(ChinaData).Value;

    /// <summary>No notice at all: everything by the week, everything provisional.</summary>
    public static WorkCalendar Bare { get; } = WorkCalendar.Build(ChinaData with { Notices = [] }).Value;

    public static Localized Name(string zh, string en) => new([new("zh", zh), new("en", en)]);

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Instant At(string text, DateTimeZone? zone = null) =>
        LocalDateTimePattern.GeneralIso.Parse(text.Length == 16 ? text + ":00" : text).Value
            .InZoneLeniently(zone ?? Shanghai).ToInstant();

    public static string Local(Instant moment, DateTimeZone? zone = null) =>
        moment.InZone(zone ?? Shanghai).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static ImmutableArray<CalendarNotice> Read(string text)
    {
        var notices = ImmutableArray.CreateBuilder<CalendarNotice>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (words[0].StartsWith("cn-", StringComparison.Ordinal))
            {
                notices.Add(new CalendarNotice
                {
                    Id = words[0],
                    Year = int.Parse(words[0].AsSpan(3, 4), CultureInfo.InvariantCulture),
                    PublishedAt = Day(words[1]).AtMidnight(),
                    Replaces = words[2] == "-" ? null : words[2],
                });
                continue;
            }

            var holiday = new Holiday(Name(words[1], words[0].Replace('_', ' ')), Day(words[2]), Day(words[3]))
            {
                Work = [.. words.Skip(4).Select(Day)],
            };
            notices[^1] = notices[^1] with { Holidays = notices[^1].Holidays.Add(holiday) };
        }

        return notices.ToImmutable();
    }
}
