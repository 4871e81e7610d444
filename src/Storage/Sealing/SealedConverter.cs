using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Storage;

/// <summary>Writes and reads sealed values as envelopes, only inside the journal; everywhere else it throws.</summary>
internal sealed class SealedConverter : JsonConverter<Sealed>
{
    private static readonly Envelope Example = new("specimen", "specimen", "specimen", "specimen");

    public override Sealed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var scope = Scope();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An envelope is an object.");
        }

        string? key = null, cipher = null, proof = null, family = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var text = reader.TokenType == JsonTokenType.String
                ? reader.GetString()
                : throw new JsonException("Not a text.");
            switch (name)
            {
                case "k": key = text; break;
                case "c": cipher = text; break;
                case "h": proof = text; break;
                case "f": family = text; break;
                default: throw new JsonException("Unknown field of an envelope.");
            }
        }

        return key is not null && cipher is not null && proof is not null
            ? Sealed.From(new(key, cipher, proof, family ?? scope.Family))
            : throw new JsonException("An envelope lacks a field.");
    }

    public override void Write(Utf8JsonWriter writer, Sealed value, JsonSerializerOptions options)
    {
        var scope = Scope();
        if (scope.Mode == SealMode.Tag && value.IsPlain)
        {
            writer.WriteRawValue(value.Plain);
            return;
        }

        if (scope is { Mode: SealMode.Seal, Vault: { } vault })
        {
            vault.Seal(value, scope.Family);
            scope.NeedsFlush |= vault.IsWaiting;
        }

        var envelope = scope.Mode == SealMode.Specimen ? Example : value.Envelope
            ?? throw new InvalidOperationException(
                "A sealed value is still plain: facts are written by the desk alone.");
        Write(writer, envelope, scope.Family);
    }

    private static void Write(Utf8JsonWriter writer, Envelope envelope, string family)
    {
        writer.WriteStartObject();
        writer.WriteString("k", envelope.Key);
        writer.WriteString("c", envelope.Cipher);
        writer.WriteString("h", envelope.Proof);
        if (!string.Equals(envelope.Family, family, StringComparison.Ordinal))
        {
            writer.WriteString("f", envelope.Family);
        }

        writer.WriteEndObject();
    }

    private static SealScope Scope() => SealScope.Current
        ?? throw new InvalidOperationException("A sealed value leaves the journal only through the vault.");
}
