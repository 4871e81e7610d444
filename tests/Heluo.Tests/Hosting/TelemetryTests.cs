using System.Collections.Concurrent;
using Heluo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Heluo.Tests;

public sealed class TelemetryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_and_measured_reaches_the_collector_that_is_named()
    {
        await using var collector = await Collector.StartAsync();
        await using var house = await LiveHouse.StartAsync(HouseMode.Demo, settings => settings with
        {
            Overrides = new Dictionary<string, string?>(settings.Overrides)
            {
                [Telemetry.Endpoint] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            },
        });

        // A connection takes one request after another: when the second is answered, the first is over for the house.
        await house.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), Ct);
        await house.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), Ct);
        house.Services.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
        house.Services.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();

        collector.Received["/v1/traces"].ShouldContain("/health/live");
        collector.Received["/v1/traces"].ShouldContain("heluo");
        collector.Received["/v1/metrics"].ShouldContain("http.server.request.duration");
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_measured_and_nothing_can_be_sent()
    {
        await using var house = await LiveHouse.StartAsync(HouseMode.Demo);
        house.Services.GetService<TracerProvider>().ShouldBeNull();
        house.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    /// <summary>A collector on a free port of this machine, which keeps what it gets.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;

        private Collector(WebApplication app) => this.app = app;

        public ConcurrentDictionary<string, string> Received { get; } = new(StringComparer.Ordinal);

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            collector.app.Run(collector.KeepAsync);
            await collector.app.StartAsync(Ct);
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        // Texts stand in protobuf as they are, so that reading it as text finds them.
        private async Task KeepAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            Received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
        }
    }
}
