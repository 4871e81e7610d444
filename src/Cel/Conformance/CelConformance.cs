using System.Text.Json;
using Heluo.Cel.Conformance;

namespace Heluo.Cel;

/// <summary>Runs the tests of the standard, written as the protobuf JSON of <c>SimpleTestFile</c>.</summary>
public static class CelConformance
{
    private const long LargestFile = 16 * 1024 * 1024;

    /// <summary>Runs every <c>*.json</c> of a folder, in order of name. A file larger than 16 MB or that is no JSON
    /// of this form counts as one failure.</summary>
    /// <param name="folder">The folder; a missing one throws <see cref="DirectoryNotFoundException"/>.</param>
    /// <param name="stop">Stops between two tests.</param>
    public static CelConformanceReport Run(string folder, CancellationToken stop = default)
    {
        var tally = new Tally();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            RunFile(file, tally, stop);
        }

        return new CelConformanceReport(tally.Passed, tally.Failures, tally.LeftOut);
    }

    private static void RunFile(string path, Tally tally, CancellationToken stop)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new JsonException("The file is larger than 16 MB.");
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 512 });
            foreach (var section in Items(json.RootElement, "section"))
            {
                foreach (var test in Items(section, "test"))
                {
                    stop.ThrowIfCancellationRequested();
                    tally.Run($"{name}/{Text(section, "name")}/{Text(test, "name")}", test);
                }
            }
        }
        catch (JsonException found)
        {
            tally.Failures.Add(new CelConformanceCase(name, "", found.Message));
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var found)
            && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray()
            : [];

    private static string Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var found)
            && found.ValueKind == JsonValueKind.String ? found.GetString()! : "?";

    private sealed class Tally
    {
        public int Passed { get; private set; }

        public List<CelConformanceCase> Failures { get; } = [];

        public List<CelConformanceCase> LeftOut { get; } = [];

        public void Run(string test, JsonElement json)
        {
            var expression = Text(json, "expr");
            try
            {
                var fault = new ConformanceTest(json).Run();
                if (fault is null) Passed++;
                else Failures.Add(new CelConformanceCase(test, expression, fault));
            }
            catch (LeftOutException found)
            {
                LeftOut.Add(new CelConformanceCase(test, expression, found.Message));
            }
            catch (Exception found) when (found is InvalidOperationException or KeyNotFoundException
                or ArgumentException or FormatException)
            {
                Failures.Add(new CelConformanceCase(test, expression, $"The test cannot be read: {found.Message}"));
            }
        }
    }
}
