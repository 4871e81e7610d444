using NodaTime;

namespace Heluo.Kernel;

/// <summary>Reads the injected clock as an instant of the time line.</summary>
public static class Clock
{
    /// <summary>Now, by the clock of the house.</summary>
    public static Instant Now(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Instant.FromDateTimeOffset(clock.GetUtcNow());
    }
}
