using System.Globalization;
using Heluo.Kernel;

namespace Heluo.Hosting;

/// <summary>How many requests a house takes. Settings under <c>Rates</c>, each 1 to 100,000,000.</summary>
internal sealed record RateSettings
{
    private const int Most = 100_000_000;

    /// <summary>Requests a minute from one address, and with one standard key. Default 6,000.</summary>
    public int RequestsPerMinute { get; init; } = 6_000;

    /// <summary>Writing requests a minute from one address, and with one standard key. Default 1,200.</summary>
    public int WritesPerMinute { get; init; } = 1_200;

    /// <summary>Requests a minute with one bulk key. Default 60,000.</summary>
    public int BulkRequestsPerMinute { get; init; } = 60_000;

    /// <summary>Writing requests a minute with one bulk key. Default 12,000.</summary>
    public int BulkWritesPerMinute { get; init; } = 12_000;

    /// <summary>Reads them. Refuses <c>host.rates</c> with every setting that is no number within its range.</summary>
    public static Outcome<RateSettings> Read(IConfiguration configuration)
    {
        var faults = new List<Fault>();
        int Of(string name, int otherwise)
        {
            var text = configuration[$"Rates:{name}"];
            if (text is null)
            {
                return otherwise;
            }

            if (int.TryParse(text, CultureInfo.InvariantCulture, out var given) && given is >= 1 and <= Most)
            {
                return given;
            }

            faults.Add(new Fault($"Rates:{name}", "host.rate", $"A number from 1 to {Most}."));
            return otherwise;
        }

        var none = new RateSettings();
        var read = new RateSettings
        {
            RequestsPerMinute = Of(nameof(RequestsPerMinute), none.RequestsPerMinute),
            WritesPerMinute = Of(nameof(WritesPerMinute), none.WritesPerMinute),
            BulkRequestsPerMinute = Of(nameof(BulkRequestsPerMinute), none.BulkRequestsPerMinute),
            BulkWritesPerMinute = Of(nameof(BulkWritesPerMinute), none.BulkWritesPerMinute),
        };
        return faults.Count == 0 ? read : HostRefusals.Rates(faults);
    }
}
