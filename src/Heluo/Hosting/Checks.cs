using Heluo.Cases;
using Heluo.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Heluo.Hosting;

/// <summary>Whether the store takes facts and every list follows.</summary>
internal sealed class StoreCheck(Store store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(store.Health is { Ready: true }
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Join("; ", store.Health.Reasons)));
}

/// <summary>Whether the wall clock can be believed; timers hold while it cannot.</summary>
internal sealed class ClockCheck(ClockDoubt doubt) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(doubt.IsInDoubt
            ? HealthCheckResult.Unhealthy(
                "The wall clock is in doubt and timers hold: a system administrator confirms the time "
                + "(POST /api/v1/clock/confirmations), or the house is started with --time-is-right.")
            : HealthCheckResult.Healthy());
}
