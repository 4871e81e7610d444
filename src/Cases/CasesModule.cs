using Heluo.Packs;
using Heluo.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Cases;

/// <summary>The doors of the room.</summary>
public static class CasesModule
{
    /// <summary>The facts and states of the room.</summary>
    public static FactCatalog AddCases(this FactCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.AddState<Case>().AddState<Serial>().AddState<KeptPack>().Add<PackKept>("pack.kept")
            .Add<CaseOpened>("case.opened")
            .Add<ActPerformed>("case.act_performed")
            .Add<CaseAssigned>("case.assigned")
            .Add<CaseLinked>("case.linked")
            .Add<SerialTaken>("serial.taken")
            .AddState<HouseClock>().Add<ClockConfirmed>("clock.confirmed");
    }

    /// <summary>The kinds of definitions the room reads from packs.</summary>
    public static PackReader AddCases(this PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.With(ProcedureKind.Kind).Testing(ProcedureTest.Tester);
    }

    /// <summary>The services of the room.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<Rulebook>();
        services.AddSingleton<CaseIndex>();
        services.AddSingleton<IFollower>(house => house.GetRequiredService<CaseIndex>());
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseLists>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<CasePapers>();
        services.AddSingleton<CaseHistory>();
        services.AddSingleton<CasePersonal>();
        services.AddSingleton<CaseUploads>();
        services.AddSingleton(house => new ClockDoubt(
            house.GetRequiredService<TimeProvider>(), house.GetRequiredService<Store>().SeenAt()));
        services.AddSingleton<TimerWatch>();
        services.AddHostedService(house => house.GetRequiredService<TimerWatch>());
        return services;
    }

    /// <summary>The addresses of the room.</summary>
    public static IEndpointRouteBuilder MapCases(this IEndpointRouteBuilder routes)
    {
        CasesHttp.Map(routes);
        ClockHttp.Map(routes);
        return routes;
    }
}
