using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

/// <summary>
/// A proof, complete in itself, that one fact stands in the journal: the fact, its way to the link of its commit, the
/// way of the link to a signed checkpoint. Sealed values in it stay sealed.
/// </summary>
/// <param name="Fact">The fact.</param>
/// <param name="Index">Its place in its commit, from 0.</param>
/// <param name="Facts">Facts of the commit.</param>
/// <param name="Path">From the fact to the root of its commit, base64url.</param>
/// <param name="Before">The link before the commit, base64url.</param>
/// <param name="Commit">Place of the commit among those of the checkpoint, from 0.</param>
/// <param name="Way">From the link of the commit to the root of the checkpoint, base64url.</param>
/// <param name="Checkpoint">The checkpoint.</param>
public sealed record FactProof(
    ProvenFact Fact,
    int Index,
    int Facts,
    ImmutableArray<string> Path,
    string Before,
    int Commit,
    ImmutableArray<string> Way,
    Checkpoint Checkpoint)
{
    private static readonly JsonSerializerOptions Form = new(JournalJson.Options) { WriteIndented = true };

    /// <summary>Checks it with nothing but itself and the city's public key.</summary>
    /// <returns>Null, or <c>proof.broken</c> with what does not fit.</returns>
    public Refusal? Check(VerifyingKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!Checkpoint.IsSignedBy(key))
        {
            return ProvingRefusals.Unproven("the checkpoint is not signed by this key");
        }

        if (Hashes.Find(Checkpoint.Hash) is not { } hash || !Texts().All(text => Base64Url.IsValid(text)))
        {
            return ProvingRefusals.Unproven("it cannot be read");
        }

        var chain = new Chain(hash);
        var row = Fact.Row();
        return MerkleTree.Climb(hash, Leaf.Of(hash, row), Index, Facts, Bytes(Path)) is not { } root
            || Bytes([Before])[0] is not { Length: Hashes.Bytes } before
            || MerkleTree.Climb(
                hash, chain.Next(before, root, row.Position - Index, Facts), Commit, Checkpoint.Count,
                Bytes(Way)) is not { } top
            || Base64Url.EncodeToString(top) != Checkpoint.Root
                ? ProvingRefusals.Unproven("the fact does not lead to the checkpoint")
                : null;
    }

    /// <summary>As a file: JSON for people to read.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <summary>Reads a file; refuses <c>proof.form</c>.</summary>
    public static Outcome<FactProof> Read(byte[] file)
    {
        try
        {
            return JsonSerializer.Deserialize<FactProof>(file, Form) is { } proof ? proof : ProvingRefusals.ProofForm();
        }
        catch (JsonException)
        {
            return ProvingRefusals.ProofForm();
        }
    }

    private IEnumerable<string> Texts() => [.. Path, .. Way, Before];

    private static byte[][] Bytes(ImmutableArray<string> texts) =>
        [.. texts.Select(text => Base64Url.DecodeFromChars(text))];
}

/// <summary>A fact as a proof carries it.</summary>
/// <param name="Position">As in <see cref="FactRow"/>.</param>
/// <param name="Stream">As in <see cref="FactRow"/>.</param>
/// <param name="Version">As in <see cref="FactRow"/>.</param>
/// <param name="Kind">As in <see cref="FactRow"/>.</param>
/// <param name="At">When.</param>
/// <param name="Actor">As in <see cref="FactRow"/>.</param>
/// <param name="Command">As in <see cref="FactRow"/>.</param>
/// <param name="Cause">As in <see cref="FactRow"/>.</param>
/// <param name="Body">The fact as it is stored, letter by letter.</param>
public sealed record ProvenFact(
    long Position, string Stream, int Version, string Kind, Instant At, string Actor, string Command, string? Cause,
    string Body)
{
    internal static ProvenFact Of(FactRow row) => new(
        row.Position, row.Stream, row.Version, row.Kind, row.Stamp.At, row.Actor, row.Command, row.Cause,
        Encoding.UTF8.GetString(row.Body.Span));

    internal FactRow Row() => new(
        Position, Stream, Version, 0, Kind, At.ToUnixTimeMilliseconds(), Actor, Command, Cause,
        Encoding.UTF8.GetBytes(Body));
}
