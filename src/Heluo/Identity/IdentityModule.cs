using System.Collections.Immutable;
using Heluo.Hosting;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Simulation;

namespace Heluo.Identity;

/// <summary>The two doors of signing in.</summary>
internal static class IdentityModule
{
    public static void AddIdentity(
        this IServiceCollection services, IdentitySettings identity, HouseSettings settings, PackSet packs)
    {
        services.AddSingleton(identity.Limits);
        services.AddSingleton(new SignInWays(
            settings.Mode == HouseMode.Serve ? identity.Name ?? new Uri(identity.Authority!).Host : null,
            settings.IsDemo ? Trials(packs) : []));
        services.AddSingleton<ProviderEntry>();
        if (settings.Mode == HouseMode.Tend)
        {
            return; // nobody signs in while nobody is served
        }

        services.AddProviderSignIn(identity, settings.IsDemo);
        if (settings.IsDemo)
        {
            services.AddSingleton<DemoProvider.Choosing>();
            services.AddDemoProvider();
        }
    }

    public static void MapIdentity(this IEndpointRouteBuilder house) => house.MapSignIn();

    private static ImmutableArray<TrialLogin> Trials(PackSet packs) =>
    [
        .. packs.Get(DemoKinds.Person).All.Where(one => one.Login)
            .Select(one => new TrialLogin(one.Id, $"person/{one.Id}", one.Name, one.Story)),
        .. packs.Get(DemoKinds.Officer).All.Where(one => one.Login)
            .Select(one => new TrialLogin(one.Id, $"officer/{one.Id}", one.Name, one.Story)),
    ];
}
