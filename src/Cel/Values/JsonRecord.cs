using System.Text.Json;

namespace Heluo.Cel.Values;

/// <summary>A JSON object seen as a declared record; a null counts as absent.</summary>
internal sealed class JsonRecord(JsonElement json, CelType type, int depth) : CelRecord
{
    public override CelType Type => type;

    public override bool TryGet(CelField field, out CelValue value)
    {
        if (!json.TryGetProperty(field.Name, out var found) || found.ValueKind == JsonValueKind.Null)
        {
            value = default;
            return false;
        }

        value = JsonReading.Read(found, field.Type, depth - 1);
        return true;
    }
}
