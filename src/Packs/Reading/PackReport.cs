using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>What <c>pack check</c> answers: every fault, and the sections that modules add.</summary>
public sealed class PackReport
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal PackReport(PackReading reading, ImmutableArray<PackSection> sections)
    {
        Reading = reading;
        Sections = [.. sections.Select(section => KeyValuePair.Create(
            section.Name, reading.Set is { } set ? section.Rows(set).ToImmutableArray() : []))];
    }

    /// <summary>The faults and the sound definitions.</summary>
    public PackReading Reading { get; }

    /// <summary>Name and rows of each section, in the order of registration.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<JsonObject>>> Sections { get; }

    /// <summary>0 when there is no fault, else 1.</summary>
    public int ExitStatus => Reading.Faults.IsEmpty ? 0 : 1;

    /// <summary>
    /// The report as one JSON object: <c>errors</c> (<c>file</c>, <c>line</c>, <c>code</c>, <c>message</c>), then each
    /// section by its name, then <c>pack</c>, <c>version</c> and <c>hash</c>.
    /// </summary>
    public string ToJson()
    {
        var report = new JsonObject
        {
            ["errors"] = new JsonArray([.. Reading.Faults.Select(fault => (JsonNode)new JsonObject
            {
                ["file"] = fault.File,
                ["line"] = fault.Line,
                ["code"] = fault.Code,
                ["message"] = fault.Message,
            })]),
        };
        foreach (var (name, rows) in Sections)
        {
            report[name] = new JsonArray([.. rows.Select(row => row.DeepClone())]);
        }

        if (Reading.Set is { } set)
        {
            report["pack"] = set.Header.Id;
            report["version"] = set.Header.Version;
            report["hash"] = set.Hash;
        }

        return report.ToJsonString(Format);
    }

    /// <summary>Writes the report for people: faults as <c>file:line: code: sentence</c>, each section as a
    /// table.</summary>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var fault in Reading.Faults)
        {
            writer.WriteLine(fault);
        }

        foreach (var (name, rows) in Sections.Where(section => !section.Value.IsEmpty))
        {
            writer.WriteLine();
            writer.WriteLine(name);
            PackTable.Write(writer, rows);
        }

        writer.WriteLine();
        writer.WriteLine(Reading.Set is { } set
            ? $"{set.Header.Id} {set.Header.Version}: {Faults()}, {set.Hash[..12]}"
            : Faults());
    }

    private string Faults() => Reading.Faults.Length == 1 ? "1 fault" : $"{Reading.Faults.Length} faults";
}
