using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Kernel;

namespace Heluo.Operating;

/// <summary>What an operator of this machine asks: of the running house through its socket, or, when none runs, of the
/// store itself.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ask")]
[JsonDerivedType(typeof(OperatorExport), "export")]
[JsonDerivedType(typeof(OperatorVerify), "verify")]
[JsonDerivedType(typeof(OperatorProof), "proof")]
[JsonDerivedType(typeof(OperatorBackup), "backup")]
internal abstract record OperatorRequest
{
    /// <summary>How long a running house works at it.</summary>
    [JsonIgnore]
    public virtual TimeSpan Longest => TimeSpan.FromMinutes(10);

    /// <summary>Does it in a house that stands.</summary>
    /// <param name="house">Its services.</param>
    /// <param name="site">Where it listens.</param>
    /// <param name="target">Takes the bytes of the answer, if there are any.</param>
    /// <param name="ct">Gives up.</param>
    public abstract Task<Outcome<JsonElement>> RunAsync(
        IServiceProvider house, string site, Stream target, CancellationToken ct);

    /// <summary>Does it with no house running on this folder.</summary>
    public abstract Task<Outcome<JsonElement>> RunAloneAsync(string data, Stream target, CancellationToken ct);
}

/// <summary>The first line of the answer: a refusal, or what is said and how many bytes follow.</summary>
/// <param name="Length">Bytes that follow; null when it was refused.</param>
/// <param name="Said">What is said.</param>
/// <param name="Refusal">Why not.</param>
internal sealed record OperatorAnswer(long? Length, JsonElement? Said, Refusal? Refusal);
