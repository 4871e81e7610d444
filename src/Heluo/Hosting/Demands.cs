using Heluo.Demo;
using Heluo.Kernel;

namespace Heluo.Hosting;

/// <summary>What a house demands of its settings before it opens anything.</summary>
internal static class Demands
{
    public const string Authority = "Identity:Authority";

    public static Refusal? Of(HouseSettings settings, IConfiguration configuration)
    {
        if (settings is { Mode: HouseMode.Tend, City: HouseSettings.KeptCity })
        {
            return settings.Store is null && !File.Exists(Path.Combine(settings.Data, "heluo.db"))
                    ? HostRefusals.NoStore(settings.Data)
                : ClockFile.IsMaking(settings.Data) ? HostRefusals.Making(settings.Data)
                : null;
        }

        if (!File.Exists(Path.Combine(settings.City, "pack.yaml")))
        {
            return HostRefusals.NoPack(settings.City);
        }

        if (!settings.IsDemo && ClockFile.Stands(settings.Data))
        {
            return HostRefusals.DemoData(settings.Data);
        }

        return settings.Mode == HouseMode.Serve && string.IsNullOrWhiteSpace(configuration[Authority])
            ? HostRefusals.NoIdentityProvider
            : RateSettings.Read(configuration).Refusal;
    }
}
