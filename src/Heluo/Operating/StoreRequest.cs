using System.Text.Json;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Operating;

/// <summary>A request that needs the store and nothing else of the house.</summary>
internal abstract record StoreRequest : OperatorRequest
{
    public override TimeSpan Longest => TimeSpan.FromHours(12);

    public sealed override Task<Outcome<JsonElement>> RunAsync(
        IServiceProvider house, string site, Stream target, CancellationToken ct) =>
        RunAsync(house.GetRequiredService<Store>(), target, ct);

    public sealed override async Task<Outcome<JsonElement>> RunAloneAsync(
        string data, Stream target, CancellationToken ct)
    {
        if (!OpenedCity.OpenStore(data).TryGet(out var store, out var refusal))
        {
            return refusal;
        }

        using (store)
        {
            return await RunAsync(store, target, ct);
        }
    }

    protected abstract Task<Outcome<JsonElement>> RunAsync(Store store, Stream target, CancellationToken ct);
}
