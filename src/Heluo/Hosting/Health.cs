using Heluo.Registry.Http;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Heluo.Hosting;

/// <summary>
/// <c>/health/live</c> says that the process answers; <c>/health/ready</c> says that it may be given work,
/// and names each check that says no.
/// </summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var nothing = new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = Write };
        app.MapHealthChecks("/health/live", nothing)
            .Admits(Access.Public).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write })
            .Admits(Access.Public).DisableRateLimiting();
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status == HealthStatus.Unhealthy ? "unready" : "ready",
        unready = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => new { check = entry.Key, why = entry.Value.Description }),
    });
}
