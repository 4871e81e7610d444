using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Operating;

/// <summary>Asks for the proof that one fact stands in the journal.</summary>
/// <param name="Position">Position of the fact.</param>
internal sealed record OperatorProof(long Position) : StoreRequest
{
    protected override async Task<Outcome<JsonElement>> RunAsync(Store store, Stream target, CancellationToken ct)
    {
        if (!(await store.ProveAsync(Position)).TryGet(out var proof, out var refusal))
        {
            return refusal;
        }

        await target.WriteAsync(proof.Write(), ct);
        return JsonSerializer.SerializeToElement(
            new ProofWritten(Position, proof.Fact.Stream, proof.Fact.Kind, proof.Checkpoint.Position),
            JsonSerializerOptions.Web);
    }
}

/// <summary>What the proof is about.</summary>
/// <param name="Position">Position of the fact.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Checkpoint">Position of the checkpoint that it leads to.</param>
internal sealed record ProofWritten(long Position, string Stream, string Kind, long Checkpoint);
