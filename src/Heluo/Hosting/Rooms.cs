using Heluo.Cases;
using Heluo.Demo;
using Heluo.Governance;
using Heluo.Identity;
using Heluo.Kernel;
using Heluo.Operating;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Storage;
using Heluo.Terminal;

namespace Heluo.Hosting;

/// <summary>Composes the rooms through their doors. The order is that of the allowed references.</summary>
internal static class Rooms
{
    public static void AddRooms(
        this IServiceCollection services, OpenedCity opened, HouseSettings settings, IdentitySettings identity)
    {
        services.AddSingleton(opened.Packs);
        services.AddSingleton(opened.City);
        if (opened.Demo is { } demo)
        {
            services.AddSingleton(demo);
        }

        services.AddSingleton(opened.Store.Catalog);
        services.AddSingleton(_ => opened.Store); // made by us, so the container also closes it
        services.AddIdentity(identity, settings, opened.Packs);
        services.AddSingleton(Tags.Open(Path.Combine(settings.Data, "keys")));
        services.AddSingleton(house => new PackLibrary(
            Kinds.Reader, opened.Packs, (hash, _) => KeptPack.FetchAsync(house.GetRequiredService<Store>(), hash)));
        services.AddSingleton(house => Contexts.None
            .WithRegistry(opened.City, house.GetRequiredService<SignInOptions>())
            .With(house.GetRequiredService<Rulebook>()));
        services.AddSingleton<Desk>();
        services.AddSingleton<DutiesOf>(house => async officer =>
            (await house.GetRequiredService<Actors>().OfAsync(officer)).TryGet(out var actor, out _)
                ? actor.Duties
                : []);
        services.AddRegistry().AddCases().AddServiceNet().AddGovernance()
            .AddTerminal(new TerminalOptions { Zone = opened.City.Settings.Zone, Demo = opened.Demo is not null });
        services.AddSingleton<Upkeep>();
        services.AddHostedService(house => house.GetRequiredService<Upkeep>());
        if (settings.Store is not null)
        {
            services.AddHostedService<CatchingUp>();
        }

        if (settings.Mode != HouseMode.Tend)
        {
            services.AddHostedService<OperatorDoor>();
        }

        services.AddHealthChecks().AddCheck<StoreCheck>("store").AddCheck<ClockCheck>("clock");
    }

    public static void MapRooms(this WebApplication app, HouseSettings settings)
    {
        app.UseAuthentication();
        app.UseAccess();
        app.UseFormProof();
        app.MapHealth();
        app.MapApiDocument();
        var house = app.MapProven();
        house.MapIdentity();
        house.MapRegistry();
        house.MapCases();
        house.MapServices();
        house.MapGovernance();
        house.MapJournal();
        house.MapPersonalRegister();
        house.MapTerminal();
        if (app.Services.GetService<Opening>() is { Clock: var clock })
        {
            house.MapDemoClock(clock.MoveTo);
        }
    }

    /// <summary>Fills every list from the store and keeps the pack in force, before the first request.</summary>
    public static async Task<Refusal?> FillAsync(this WebApplication app, CancellationToken ct)
    {
        var store = app.Services.GetRequiredService<Store>();
        await app.Services.FollowRegistryAsync();
        foreach (var follower in app.Services.GetServices<IFollower>())
        {
            await store.FollowAsync(follower);
        }

        // A demo's clock is moved on purpose, also between two starts.
        var settings = app.Services.GetRequiredService<HouseSettings>();
        var doubt = app.Services.GetRequiredService<ClockDoubt>();
        if (settings.IsDemo || settings.TimeIsRight)
        {
            doubt.Confirm();
        }

        return (await KeptPack.KeepAsync(
            app.Services.GetRequiredService<Desk>(), app.Services.GetRequiredService<PackSet>(), ct)).Refusal;
    }
}
