using NodaTime;

namespace Heluo.Kernel;

/// <summary>A span in which a clock stands still by law: a correction, a hearing, an appraisal.</summary>
/// <param name="Type">Type of the pause, as the procedure names it, e.g. <c>hearing</c>.</param>
/// <param name="From">When the clock stopped.</param>
/// <param name="To">When it ran again; null while it stands.</param>
public sealed record Pause(string Type, Instant From, Instant? To = null)
{
    /// <summary>The article it rests on.</summary>
    public string? Law { get; init; }

    /// <summary>The most that this pause may exclude; beyond it the clock runs again by itself. Null means no
    /// cap.</summary>
    public Limit? Cap { get; init; }
}
