using Heluo.Kernel;

namespace Heluo.Hosting;

/// <summary>Opens a house for one verb: store, lists and rooms stand, and nobody is served.</summary>
internal static class Tending
{
    /// <summary>
    /// Runs one piece of work. Refuses <c>store.in_use</c> beside a running server, and what the rooms refuse.
    /// </summary>
    public static async Task<Outcome<T>> RunAsync<T>(
        HouseSettings settings, Func<IServiceProvider, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct)
    {
        if (!House.Build(settings).TryGet(out var app, out var refusal))
        {
            return refusal;
        }

        await using (app)
        {
            return await app.FillAsync(ct) is { } unfilled ? unfilled : await work(app.Services, ct);
        }
    }
}
