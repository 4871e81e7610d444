using System.Threading.RateLimiting;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Heluo.Hosting;

/// <summary>
/// Limits of rate: by the key of a machine, as its class says; of everybody else by the address a request comes from.
/// Over the limit: 429 with Retry-After.
/// </summary>
internal static class Rates
{
    private const int SecondsPerMinute = 60;

    public static void AddRates(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((limiter, configuration) =>
        {
            var rates = RateSettings.Read(configuration).Value; // the house has seen to it that they are sound
            // The narrower first: what it refuses uses up nothing of the other.
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsReading(context)
                    ? RateLimitPartition.GetNoLimiter("reading")
                    : Of(context) switch
                    {
                        (var who, RateClass.Bulk) => Bucket(who, rates.BulkWritesPerMinute),
                        var (who, _) => Bucket(who, rates.WritesPerMinute),
                    }),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context) switch
                {
                    (var who, RateClass.Bulk) => Bucket(who, rates.BulkRequestsPerMinute),
                    var (who, _) => Bucket(who, rates.RequestsPerMinute),
                }));
            limiter.OnRejected = static (rejected, _) => new(HostRefusals
                .Rate(rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero)
                .ToResult()
                .ExecuteAsync(rejected.HttpContext));
        });
    }

    // A key counts for itself wherever it is used from; one that does not hold counts against the address that tries.
    private static (string Who, RateClass Class) Of(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        return authorization.Length > 0 && context.RequestServices.GetService<KeyRoll>()?.Recognise(
            authorization, context.RequestServices.GetRequiredService<TimeProvider>().Now()) is { } key
                ? (key.Id, key.RateClass)
                : (Address(context), RateClass.Standard);
    }

    private static RateLimitPartition<string> Bucket(string who, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / SecondsPerMinute),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, SecondsPerMinute / perMinute)),
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
