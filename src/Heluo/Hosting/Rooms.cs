using Heluo.Kernel;
using Heluo.Registry.Http;

namespace Heluo.Hosting;

/// <summary>Composes the rooms through their two doors each. The order is that of the allowed references.</summary>
internal static class Rooms
{
    public static void AddRooms(this IServiceCollection services, HouseSettings settings, IConfiguration configuration)
    {
        services.AddSingleton<ActorOf>(static _ => ValueTask.FromResult<Outcome<Actor>>(Actor.Nobody));
    }

    public static void MapRooms(this WebApplication app, HouseSettings settings)
    {
        app.UseAccess();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapApiDocument();
        app.CheckAccess();
    }
}
