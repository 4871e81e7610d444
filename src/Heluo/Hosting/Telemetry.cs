using Heluo.Verbs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Heluo.Hosting;

/// <summary>Traces and figures leave the house only when an OpenTelemetry collector is configured.</summary>
internal static class Telemetry
{
    /// <summary>The standard's own setting; without it nothing is measured and nothing is sent.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("heluo", serviceVersion: VersionVerb.Number))
            .WithMetrics(metrics => metrics.AddMeter("Heluo.*").AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithTracing(traces => traces.AddSource("Heluo.*").AddAspNetCoreInstrumentation().AddOtlpExporter());
    }
}
