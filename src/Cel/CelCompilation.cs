namespace Heluo.Cel;

/// <summary>What compiling answers: a program, or every fault of the source, in the order of the text.</summary>
/// <param name="Program">The program; null when there is any fault.</param>
/// <param name="Faults">The faults; empty when there is a program.</param>
public sealed record CelCompilation(CelProgram? Program, IReadOnlyList<CelFault> Faults)
{
    /// <summary>Whether there is a program.</summary>
    public bool Succeeded => Program is not null;
}
