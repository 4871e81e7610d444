using Heluo.Kernel;
using NodaTime;

namespace Heluo.Simulation;

/// <summary>How much of a city a demo is given.</summary>
/// <param name="Days">How many days it has lived.</param>
/// <param name="Applications">How many people applied for something.</param>
/// <param name="Incidents">How many incidents were reported.</param>
public sealed record DemoSize(int Days, int Applications, int Incidents)
{
    /// <summary>Enough to see every stage; made in a few seconds.</summary>
    public static DemoSize Small { get; } = new(45, 150, 70);

    /// <summary>Enough to feel a city's load on a desk; made in minutes.</summary>
    public static DemoSize City { get; } = new(60, 12_000, 8_000);
}

/// <summary>What was made.</summary>
/// <param name="Cases">How many cases stand in the city.</param>
/// <param name="Refused">How many requests were refused on the way, by code.</param>
public sealed record DemoMade(int Cases, IReadOnlyDictionary<string, int> Refused);

/// <summary>Makes a demo city: its people, then a life that ends at a moment. The same seed makes the same
/// city.</summary>
public static class DemoCity
{
    /// <summary>Makes the city; the clock must stand before <paramref name="until"/> by the size's days.</summary>
    public static async Task<Outcome<DemoMade>> MakeAsync(
        Town town, DemoSize size, int seed, Instant until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(town);
        ArgumentNullException.ThrowIfNull(size);
        if (await new Peopling(town).RunAsync(ct) is { } refusal)
        {
            return refusal;
        }

        var life = new Life(town, await Officials.OfAsync(town), seed, ct);
        life.Plan(town.Clock.Now(), until - Duration.FromHours(2), size.Applications, size.Incidents);
        await life.LiveAsync(until);
        return new DemoMade(town.Index.Count, life.Refused);
    }
}
