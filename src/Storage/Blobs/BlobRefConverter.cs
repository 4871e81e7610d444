using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Storage;

/// <summary>Writes a blob's four fields in fixed order; the sweep finds the names of blobs by this form.</summary>
internal sealed class BlobRefConverter : JsonConverter<BlobRef>
{
    /// <summary>What stands before the name of a blob in every fact that holds one.</summary>
    public static ReadOnlySpan<byte> Mark => "{\"blob\":\""u8;

    public override BlobRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize<Form>(ref reader, options)
            ?? throw new JsonException("A blob is an object.");
        return BlobName.TryParse(read.Blob, out _)
            ? new(read.Blob, read.Length, read.Proof, read.Key)
            : throw new JsonException("Not the name of a blob.");
    }

    public override void Write(Utf8JsonWriter writer, BlobRef value, JsonSerializerOptions options)
    {
        if (value.Tag is { } tag && SealScope.Current?.Mode == SealMode.Tag)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Length);
            writer.WriteNumberValue(tag);
            writer.WriteEndArray();
            return;
        }

        JsonSerializer.Serialize(writer, new Form(value.Blob, value.Length, value.Proof, value.Key), options);
    }

    private sealed record Form(string Blob, long Length, string Proof, Sealed Key);
}
