using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>A counter whose numbers are given inside the commit that uses them, so that none is lost or given
/// twice.</summary>
public sealed record Serial : IState<Serial>
{
    /// <summary>The largest number of a service item's day (four digits).</summary>
    public const int Largest = 9_999;

    /// <inheritdoc/>
    public static string Family => "serial";

    /// <summary>What is counted, e.g. an implementation code and a day.</summary>
    public required string Key { get; init; }

    /// <summary>The last number given; 0 before the first.</summary>
    public int Last { get; init; }

    /// <inheritdoc/>
    public string? Shelf => null;

    /// <inheritdoc/>
    public static Serial Start(string key) => new() { Key = key };

    /// <inheritdoc/>
    public Serial Apply(IFact fact, Stamp stamp) => this with { Last = ((SerialTaken)fact).Number };
}

/// <summary>A number was given.</summary>
public sealed record SerialTaken(int Number) : IFact;
