using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Operating;

/// <summary>Asks for the proof that nobody altered the store.</summary>
/// <param name="Against">File of checkpoints kept outside, beside the store's own.</param>
/// <param name="Key">File of the public key that they must be signed with; null takes the store's own.</param>
internal sealed record OperatorVerify(string? Against, string? Key) : StoreRequest
{
    protected override async Task<Outcome<JsonElement>> RunAsync(Store store, Stream target, CancellationToken ct)
    {
        if (!Read(store).TryGet(out var given, out var refusal)
            || !(await store.VerifyAsync(given.Checkpoints, given.Key, ct)).TryGet(out var verified, out refusal))
        {
            return refusal;
        }

        return JsonSerializer.SerializeToElement(StoreVerified.Of(verified), JsonSerializerOptions.Web);
    }

    private Outcome<Given> Read(Store store)
    {
        var missing = new[] { Against, Key }.FirstOrDefault(file => file is not null && !File.Exists(file));
        if (missing is not null)
        {
            return HostRefusals.NoFile(missing);
        }

        var key = Key is null ? null : VerifyingKey.Read(File.ReadAllText(Key));
        if (Key is not null && key is null)
        {
            return HostRefusals.NoKey(Key);
        }

        var all = ImmutableArray.CreateBuilder<Checkpoint>();
        foreach (var path in new[] { Against, store.Checkpoints.Path }.OfType<string>())
        {
            if (!new CheckpointFile(path).Read().TryGet(out var read, out var refusal))
            {
                return refusal;
            }

            all.AddRange(read);
        }

        return new Given(all.Distinct().ToImmutableArray(), key);
    }

    private sealed record Given(ImmutableArray<Checkpoint> Checkpoints, VerifyingKey? Key);
}
