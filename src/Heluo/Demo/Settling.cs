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

/// <summary>Lets people settle in an empty demo city: it lives its first weeks before the first visitor comes.</summary>
internal static class Settling
{
    private const string Marker = "settled";

    /// <summary>Whether a folder holds a city that was made whole.</summary>
    public static bool IsSettled(string data) => File.Exists(Path.Combine(data, Marker));

    /// <summary>How long a city of a size has lived before its first visitor.</summary>
    public static Duration Past(CitySize size) => Duration.FromDays(SizeOf(size).Days);

    /// <summary>
    /// Makes the city when the folder is empty. Refuses <c>demo.half_made</c> when an earlier making was broken off, and
    /// whatever the rooms refuse.
    /// </summary>
    public static async Task<Refusal?> SettleAsync(IServiceProvider house, HouseSettings settings, CancellationToken ct)
    {
        if (IsSettled(settings.Data))
        {
            return null;
        }

        if (house.GetRequiredService<OfficerRoll>().Page(after: null, max: 1).Length > 0)
        {
            return DemoRefusals.HalfMade(settings.Data);
        }

        var clock = (DemoClock)house.GetRequiredService<TimeProvider>();
        var until = clock.Now() + Past(settings.Size);
        var made = await DemoCity.MakeAsync(Town(house, clock), SizeOf(settings.Size), settings.Seed, until, ct);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        clock.MoveTo(clock.Now());
        await File.WriteAllTextAsync(Path.Combine(settings.Data, Marker), $"seed {settings.Seed}\n", ct);
        return null;
    }

    /// <summary>Who a visitor may be: login, name, story.</summary>
    public static IEnumerable<DemoLogin> Logins(IServiceProvider house)
    {
        var packs = house.GetRequiredService<PackSet>();
        var language = packs.Languages[0];
        return Simulation.Town.LoginsOf(packs)
            .Select(one => new DemoLogin(one.Login, one.Name.In(language), one.Story?.In(language) ?? ""));
    }

    private static DemoSize SizeOf(CitySize size) => size == CitySize.City ? DemoSize.City : DemoSize.Small;

    private static Town Town(IServiceProvider house, DemoClock clock) => new(
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
        MoveTo = clock.Jump,
    };
}
