using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Heluo.Packs;

/// <summary>One case of a pack's tests with how it went.</summary>
/// <param name="Kind">The kind of test, e.g. <c>item-test</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="File">Path of its file.</param>
/// <param name="Line">Line on which it begins.</param>
/// <param name="Failures">What did not come out as expected; empty when it passed.</param>
public sealed record PackTestCase(
    string Kind, string Id, string File, int Line, ImmutableArray<PackTestFailure> Failures);

/// <summary>What <c>pack test</c> answers.</summary>
/// <param name="Faults">The faults of the pack; its tests do not run while there is one.</param>
/// <param name="Cases">Every case, by file and line.</param>
public sealed record PackTestReport(ImmutableArray<PackFault> Faults, ImmutableArray<PackTestCase> Cases)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How many cases passed.</summary>
    public int Passed => Cases.Count(one => one.Failures.IsEmpty);

    /// <summary>How many cases failed.</summary>
    public int Failed => Cases.Length - Passed;

    /// <summary>0 when the pack is sound and every case passed, else 1.</summary>
    public int ExitStatus => Faults.IsEmpty && Failed == 0 ? 0 : 1;

    /// <summary>The report as one JSON object: <c>errors</c>, <c>passed</c>, <c>failed</c>, <c>cases</c>.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(new { errors = Faults, passed = Passed, failed = Failed, cases = Cases }, Format);

    /// <summary>Writes the report for people; the last line is <c>N passed, N failed</c>.</summary>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var fault in Faults)
        {
            writer.WriteLine(fault);
        }

        foreach (var one in Cases.Where(one => !one.Failures.IsEmpty))
        {
            writer.WriteLine($"{one.File}:{one.Line}: {one.Id}");
            foreach (var failure in one.Failures)
            {
                writer.WriteLine($"  {failure.What}: expected {failure.Expected}, got {failure.Actual}");
            }
        }

        writer.WriteLine($"{Passed} passed, {Failed} failed");
    }
}
