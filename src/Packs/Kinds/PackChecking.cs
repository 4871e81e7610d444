using Heluo.Cel;

namespace Heluo.Packs;

/// <summary>What a check sees: every sound definition of every kind, and where to put faults.</summary>
public sealed class PackChecking
{
    private readonly PackFaults faults;
    private readonly KnownNames names;

    internal PackChecking(PackSet set, PackFaults faults, KnownNames names, bool isWhole)
    {
        Set = set;
        this.faults = faults;
        this.names = names;
        IsWhole = isWhole;
    }

    /// <summary>What was read. It holds the sound definitions only.</summary>
    public PackSet Set { get; }

    /// <summary>
    /// Whether the pack is checked whole, every rule compiled, as <c>pack check</c> does; false when it is only loaded
    /// to run.
    /// </summary>
    public bool IsWhole { get; }

    /// <summary>Whether a definition of a kind has this id, sound or not.</summary>
    public bool Knows(string kind, string id) => names.Contains(kind, id);

    /// <summary>
    /// Compiles a rule and adds its faults, when the pack is checked whole; when it is only loaded the rule waits for
    /// its first use.
    /// </summary>
    /// <param name="text">The rule; null is passed over.</param>
    /// <param name="environment">The names it may use.</param>
    /// <param name="expected">The type it must give; null for any.</param>
    /// <returns>The program; null when it is faulty or was not compiled.</returns>
    public CelProgram? Compile(CelText? text, CelEnvironment environment, CelType? expected = null)
    {
        if (text is null || !IsWhole)
        {
            return null;
        }

        foreach (var fault in text.Faults(environment, expected))
        {
            faults.Add(fault);
        }

        return text.Compile(environment, expected).TryGet(out var program, out _) ? program : null;
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="at">Where; take it from <see cref="MapFields.At"/> or <see cref="Definitions{T}.At"/>.</param>
    /// <param name="code">Stable code, <c>room.reason</c>.</param>
    /// <param name="message">One English sentence.</param>
    public void Fault(PackAt at, string code, string message) => faults.Add(at, code, message);
}
