using Heluo.Kernel;
using NodaTime;

namespace Heluo.Terminal.Tests.Gallery;

internal static class SampleCalendar
{
    public static WorkCalendar Year2021 { get; } = WorkCalendar.Build(new CalendarData
    {
        Name = "sample",
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Notices =
        [
            new()
            {
                Id = "sample-2021", Year = 2021, PublishedAt = new LocalDateTime(2020, 11, 25, 0, 0),
                Holidays =
                [
                    new(
                        new Localized([new("zh", "春节"), new("en", "Spring Festival")]),
                        new LocalDate(2021, 2, 11),
                        new LocalDate(2021, 2, 17))
                    {
                        Work = [new LocalDate(2021, 2, 7), new LocalDate(2021, 2, 20)],
                    },
                ],
            },
        ],
    }).Value;
}
