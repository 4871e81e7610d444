using System.Collections.Immutable;
using Heluo.Cel;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>
/// A CEL expression of a pack: its text, and where it stands so that a fault finds its line. It is compiled on first
/// use against the names its module declares; the last program is kept.
/// </summary>
/// <param name="source">The expression.</param>
/// <param name="at">Where its first line stands.</param>
public sealed class CelText(string source, PackAt at) : IEquatable<CelText>
{
    private Compiled? last;

    /// <summary>The expression.</summary>
    public string Source { get; } = source;

    /// <summary>Where its first line stands.</summary>
    public PackAt At { get; } = at;

    /// <summary>
    /// The program for an environment. Refuses <c>pack.rule_faulty</c> with every fault, each with its place as the
    /// field.
    /// </summary>
    /// <param name="environment">The names it may use; keep one object for all calls, or it is compiled each
    /// time.</param>
    /// <param name="expected">The type it must give; null for any.</param>
    public Outcome<CelProgram> Compile(CelEnvironment environment, CelType? expected = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (last is { } known && known.Environment == environment && Equals(known.Expected, expected))
        {
            return known.Outcome;
        }

        var outcome = CompileNow(environment, expected);
        last = new Compiled(environment, expected, outcome);
        return outcome;
    }

    /// <summary>Every fault of the expression in an environment; empty when it compiles.</summary>
    /// <param name="environment">The names it may use.</param>
    /// <param name="expected">The type it must give; null for any.</param>
    public ImmutableArray<PackFault> Faults(CelEnvironment environment, CelType? expected = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return [.. environment.Compile(Source, expected).Faults.Select(Place)];
    }

    /// <inheritdoc/>
    public bool Equals(CelText? other) => other is not null && Source == other.Source;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelText);

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Source;

    private Outcome<CelProgram> CompileNow(CelEnvironment environment, CelType? expected)
    {
        var compilation = environment.Compile(Source, expected);
        return compilation.Program is { } program
            ? program
            : new Refusal(RefusalKind.Unavailable, "pack.rule_faulty", $"The rule at {At} does not compile.")
            {
                Faults = [.. compilation.Faults.Select(Place).Select(fault =>
                    new Fault($"{fault.File}:{fault.Line}", fault.Code, fault.Message))],
            };
    }

    private PackFault Place(CelFault fault) =>
        new(At with { Line = At.Line + fault.At.Line - 1 }, fault.Code, $"{fault.Message} in \"{Short.Of(Source)}\".");

    private sealed record Compiled(CelEnvironment Environment, CelType? Expected, Outcome<CelProgram> Outcome);
}
