using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>
/// Runs one kind of test that packs hold under <c>tests/</c>: cases with given answers and what is expected of them. A
/// module declares the kind (folder <see cref="PackFolders.Tests"/>) and how one case is judged.
/// </summary>
public abstract class PackTester
{
    private protected PackTester()
    {
    }

    /// <summary>The kind of test.</summary>
    internal abstract PackKind Kind { get; }

    /// <summary>Runs every case of a set.</summary>
    internal abstract IEnumerable<PackTestCase> Run(PackSet set);

    /// <summary>A tester of a kind.</summary>
    /// <param name="kind">The kind of test; its folder is <see cref="PackFolders.Tests"/>.</param>
    /// <param name="judge">Judges one case: every difference, none when it passes.</param>
    public static PackTester Of<T>(PackKind<T> kind, Func<PackSet, T, IEnumerable<PackTestFailure>> judge)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Folder == PackFolders.Tests
            ? new PackTesterOf<T>(kind, judge)
            : throw new ArgumentException($"Tests stand under {PackFolders.Tests}/, not {kind.Folder}/.", nameof(kind));
    }
}

/// <inheritdoc/>
internal sealed class PackTesterOf<T>(PackKind<T> kind, Func<PackSet, T, IEnumerable<PackTestFailure>> judge)
    : PackTester
{
    internal override PackKind Kind => kind;

    internal override IEnumerable<PackTestCase> Run(PackSet set)
    {
        foreach (var test in set.Get(kind).Entries)
        {
            yield return new PackTestCase(
                kind.Name, test.Id, test.At.File, test.At.Line, judge(set, test.Value).ToImmutableArray());
        }
    }
}
