using System.Threading.RateLimiting;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Heluo.Hosting;

/// <summary>Limits of rate by the address a request comes from. Over the limit: 429 with Retry-After.</summary>
internal static class Rates
{
    public static void AddRates(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((limiter, configuration) =>
        {
            var all = configuration.GetValue("Rates:RequestsPerMinute", WebLimits.RequestsPerMinute);
            var writes = configuration.GetValue("Rates:WritesPerMinute", WebLimits.WritesPerMinute);
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(Address(context), all)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsReading(context)
                    ? RateLimitPartition.GetNoLimiter("reading")
                    : Bucket(Address(context), writes)));
            limiter.OnRejected = static (rejected, _) => new(HostRefusals
                .Rate(rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero)
                .ToResult()
                .ExecuteAsync(rejected.HttpContext));
        });
    }

    private static RateLimitPartition<string> Bucket(string address, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static bool IsReading(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            // One subscriber holds a whole /64.
            return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
        }

        return address?.MapToIPv4().ToString() ?? "local";
    }
}
