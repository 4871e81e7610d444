namespace Heluo.Cel;

/// <summary>One test of the standard that did not pass, or was left out.</summary>
/// <param name="Test">File, section and name, joined by slashes.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Reason">What was wanted and what came, or why it is left out.</param>
public sealed record CelConformanceCase(string Test, string Expression, string Reason);

/// <summary>How this implementation stands against the tests of the standard.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failures">Tests that failed.</param>
/// <param name="LeftOut">Tests that need what is left out: protobuf messages, enums and extensions.</param>
public sealed record CelConformanceReport(
    int Passed, IReadOnlyList<CelConformanceCase> Failures, IReadOnlyList<CelConformanceCase> LeftOut)
{
    /// <summary>How many failed.</summary>
    public int Failed => Failures.Count;
}
