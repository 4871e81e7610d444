using Heluo.Cases;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Simulation;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Demo;

/// <summary>Gives a new demo city its people and its life so far, before the first visitor comes.</summary>
internal static class Making
{
    /// <summary>How much of a city a size is; null for an empty one.</summary>
    public static DemoSize? Of(CitySize size) => size switch
    {
        CitySize.Small => DemoSize.Small,
        CitySize.City => DemoSize.City,
        _ => null,
    };

    /// <summary>The doors of a house, as the simulation uses them.</summary>
    public static Town Town(IServiceProvider house, DemoClock clock) => new(
        house.GetRequiredService<PackSet>(),
        house.GetRequiredService<City>(),
        house.GetRequiredService<Desk>(),
        house.GetRequiredService<Tags>(),
        house.GetRequiredService<SignInDesk>(),
        house.GetRequiredService<FirstAdministrator>(),
        house.GetRequiredService<Actors>(),
        house.GetRequiredService<CaseDesk>(),
        house.GetRequiredService<CaseIndex>(),
        house.GetRequiredService<DraftDesk>(),
        house.GetRequiredService<Rulebook>(),
        house.GetRequiredService<TimerWatch>(),
        clock)
    {
        MoveTo = at => clock.MoveTo(at),
    };

    /// <summary>Makes the city unless it was made before; gives why it could not.</summary>
    public static async Task<Refusal?> MakeAsync(IServiceProvider house, HouseSettings settings, CancellationToken ct)
    {
        if (house.GetService<Opening>() is not { Until: { } until } opening)
        {
            return null;
        }

        var clock = opening.Clock;
        clock.Stand();
        if (Of(settings.Size) is { } size)
        {
            using var progress = Progress.Of("making the city", () => clock.Now(), clock.Now(), until);
            var made = await DemoCity.MakeAsync(Town(house, clock), size, settings.Seed, until, ct);
            if (made.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        clock.MoveTo(until);
        clock.Keep = offset => ClockFile.Keep(settings.Data, offset);
        clock.Run();
        return null;
    }
}
