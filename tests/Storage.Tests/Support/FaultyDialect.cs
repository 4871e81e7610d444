using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage.Tests;

/// <summary>A dialect over another that fails when it is told to.</summary>
internal sealed class FaultyDialect(IDialect inner) : IDialect
{
    /// <summary>Asked before each group with its number from 1; what it throws or gives is the answer.</summary>
    public Func<int, IReadOnlyList<CommitData>, ImmutableArray<Outcome<long>>?> Before { get; set; } = (_, _) => null;

    /// <summary>Asked after each group was stored.</summary>
    public Action<int> After { get; set; } = _ => { };

    public bool ReadsFail { get; set; }

    public int Groups { get; private set; }

    public IBlobShelf? Shelf => inner.Shelf;

    public long Head => inner.Head;

    public ReadOnlyMemory<byte> Link => inner.Link;

    public long Take() => inner.Take();

    public void Leave() => inner.Leave();

    public ValueTask<long> HeadAsync() => inner.HeadAsync();

    public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain)
    {
        if (Before(++Groups, group) is { } answer)
        {
            return answer;
        }

        var stored = inner.Write(group, chain);
        After(Groups);
        return stored;
    }

    public void Tend() => inner.Tend();

    public ValueTask<DocumentRow?> DocumentAsync(string stream) => Reading().DocumentAsync(stream);

    public ValueTask<FactRow?> FactAsync(long position) => Reading().FactAsync(position);

    public ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max) => Reading().LogAsync(from, max);

    public ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max) =>
        Reading().ChainAsync(stream, head, max);

    public ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(
        string family, string? shelf, string? after, int max) => Reading().DocumentsAsync(family, shelf, after, max);

    public ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max) => Reading().LinksAsync(from, max);

    public void Relink(IReadOnlyList<CommitLink> links) => inner.Relink(links);

    public ValueTask<string?> CheckAsync() => Reading().CheckAsync();

    public void Replace(IReadOnlyList<DocumentRow> documents) => inner.Replace(documents);

    public string? About(string name) => inner.About(name);

    public void SetAbout(string name, string value) => inner.SetAbout(name, value);

    public void Dispose() => inner.Dispose();

    private IDialect Reading() => ReadsFail ? throw new DialectException("the disk does not answer", false) : inner;
}
