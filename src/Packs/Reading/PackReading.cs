using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>What reading a pack answers: every fault, and the sound definitions.</summary>
/// <param name="Set">The sound definitions; null when the folder is no pack at all.</param>
/// <param name="Faults">Every fault, by file and line; empty when the pack is sound.</param>
public sealed record PackReading(PackSet? Set, ImmutableArray<PackFault> Faults)
{
    /// <summary>The set, or a refusal with all faults (<c>pack.faulty</c>).</summary>
    public Outcome<PackSet> ToOutcome() => Faults.IsEmpty && Set is not null
        ? Set
        : new Refusal(
            RefusalKind.Invalid,
            "pack.faulty",
            $"The pack has {Faults.Length} faults, the first: {Faults.FirstOrDefault()}")
        {
            Faults = [.. Faults.Select(fault => new Fault($"{fault.File}:{fault.Line}", fault.Code, fault.Message))],
        };
}
