using NodaTime;

namespace Heluo.Terminal;

/// <summary>What the terminal must be told about the house it stands in.</summary>
public sealed record TerminalOptions
{
    /// <summary>The zone of the city, in which every time is shown. No default.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Whether the city is the demo city, whose pages say so. Default false.</summary>
    public bool Demo { get; init; }
}
