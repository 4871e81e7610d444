using System.Globalization;
using Heluo.Terminal.Components.Fields;
using NodaTime;

namespace Heluo.Terminal.Pages.Clock;

/// <summary>The clock of a demo city, which anybody may move forward.</summary>
/// <param name="Now">The time in the city.</param>
/// <param name="Day">The field of the day to move to.</param>
/// <param name="Wrong">Why the last move was refused; null when it was not.</param>
public sealed record ClockView(LocalDateTime Now, FieldView Day, string? Wrong = null)
{
    /// <summary>The steps offered, in days.</summary>
    public static IReadOnlyList<int> Steps { get; } = [1, 7, 30];

    /// <summary>The day that lies so many days ahead, as it is posted.</summary>
    public string After(int days) => Now.Date.PlusDays(days).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
