using Heluo.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Governance;

/// <summary>The doors of the room.</summary>
public static class GovernanceModule
{
    /// <summary>The kinds of definitions the room reads from packs.</summary>
    public static PackReader AddGovernance(this PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.With(IncidentKind.Kind, ReportForm.Kind).Testing(IncidentTest.Tester);
    }

    /// <summary>The services of the room.</summary>
    public static IServiceCollection AddGovernance(this IServiceCollection services)
    {
        services.AddSingleton(IncidentKind.Subjects);
        services.AddSingleton<Incidents>();
        return services;
    }

    /// <summary>The addresses of the room.</summary>
    public static IEndpointRouteBuilder MapGovernance(this IEndpointRouteBuilder routes)
    {
        IncidentEndpoints.Map(routes);
        return routes;
    }
}
