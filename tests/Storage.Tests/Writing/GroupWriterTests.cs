using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage.Tests.Writing;

public sealed class GroupWriterTests
{
    [Fact]
    public async Task A_commit_in_doubt_is_said_to_be_so_and_stops_the_writer()
    {
        using var dialect = new Scripted { Then = _ => throw new InDoubtException("sync failed") };
        using var writer = new GroupWriter(dialect, new Reader(), Commits.Links);
        (await writer.WriteAsync(Commits.Of("a"))).Refusal!.Code.ShouldBe("store.in_doubt");
        writer.Stopped.IsCancellationRequested.ShouldBeTrue();
        writer.Fault.ShouldBe("store.in_doubt");
        (await writer.WriteAsync(Commits.Of("a"))).Refusal!.Code.ShouldBe("store.stopped");
        dialect.Groups.Count.ShouldBe(1, "nothing is written on top of doubt");
    }

    [Fact]
    public async Task What_waits_when_the_writer_stops_is_refused()
    {
        using var dialect = new Scripted();
        using var writer = new GroupWriter(dialect, new Reader(), Commits.Links);
        dialect.Hold();
        var first = writer.WriteAsync(Commits.Of("a"));
        dialect.WaitForGroup();
        var rest = Enumerable.Range(0, 1000).Select(i => writer.WriteAsync(Commits.Of($"b{i}"))).ToList();
        dialect.Then = _ => throw new InDoubtException("sync failed");
        dialect.LetGo();
        (await first).Refusal!.Code.ShouldBe("store.in_doubt");
        (await Task.WhenAll(rest)).ShouldAllBe(outcome => outcome.Refusal!.Code == "store.stopped");
    }

    [Fact]
    public async Task A_bug_behind_the_commit_stops_the_writer_too()
    {
        using var dialect = new Scripted();
        using var writer = new GroupWriter(
            dialect, new Reader((_, _) => throw new InvalidOperationException("bug")), Commits.Links);
        (await writer.WriteAsync(Commits.Of("a"))).Refusal!.Code.ShouldBe("store.in_doubt");
        writer.Fault.ShouldBe("store.stopped");
    }

    [Fact]
    public async Task Commits_that_wait_together_share_a_group_in_the_order_they_came()
    {
        using var dialect = new Scripted();
        var told = new List<(string Stream, long First)>();
        using var writer = new GroupWriter(
            dialect, new Reader((commit, first) => told.Add((commit.Writes[0].Stream, first))), Commits.Links);
        dialect.Hold();
        var all = new List<Task<Outcome<long>>> { writer.WriteAsync(Commits.Of("a")) };
        dialect.WaitForGroup();
        all.AddRange(Enumerable.Range(0, 20).Select(i => writer.WriteAsync(Commits.Of($"b{i}"))));
        dialect.LetGo();
        var answers = await Task.WhenAll(all);
        dialect.Groups.ShouldBe([1, 20]);
        answers.Select(answer => answer.Value).ShouldBe(Enumerable.Range(1, 21).Select(i => (long)i));
        told.Select(one => one.First).ShouldBe(Enumerable.Range(1, 21).Select(i => (long)i));
    }

    [Fact]
    public async Task Only_what_was_stored_is_told_on()
    {
        using var dialect = new Scripted { Then = group => [.. group.Select(Odd)] };
        var told = new List<string>();
        using var writer = new GroupWriter(
            dialect, new Reader((commit, _) => told.Add(commit.Writes[0].Stream)), Commits.Links);
        (await writer.WriteAsync(Commits.Of("refused"))).Refusal!.Code.ShouldBe("store.full");
        writer.Fault.ShouldBe("store.full");
        (await writer.WriteAsync(Commits.Of("stored"))).IsRefused.ShouldBeFalse();
        writer.Fault.ShouldBeNull("it resumed");
        told.ShouldBe(["account/stored"]);
        static Outcome<long> Odd(CommitData commit) =>
            commit.Writes[0].Stream == "account/refused" ? StorageRefusals.Full() : 1L;
    }

    [Fact]
    public async Task A_conflict_is_no_fault_of_the_store()
    {
        using var dialect = new Scripted { Then = _ => [StorageRefusals.Conflict("account/a")] };
        using var writer = new GroupWriter(dialect, new Reader(), Commits.Links);
        (await writer.WriteAsync(Commits.Of("a"))).Refusal!.Code.ShouldBe("store.conflict");
        writer.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task An_errand_runs_between_groups_and_its_failure_is_its_callers()
    {
        using var dialect = new Scripted();
        using var writer = new GroupWriter(dialect, new Reader(), Commits.Links);
        var seen = -1;
        await writer.WriteAsync(Commits.Of("a"));
        await writer.RunAsync(() => seen = dialect.Groups.Count);
        seen.ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(
            writer.RunAsync(() => throw new InvalidOperationException()));
        (await writer.WriteAsync(Commits.Of("b"))).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_refuses_what_comes_after()
    {
        using var dialect = new Scripted();
        var writer = new GroupWriter(dialect, new Reader(), Commits.Links);
        var waiting = Enumerable.Range(0, 50).Select(i => writer.WriteAsync(Commits.Of($"a{i}"))).ToList();
        writer.Dispose();
        (await Task.WhenAll(waiting)).ShouldAllBe(outcome => !outcome.IsRefused);
        (await writer.WriteAsync(Commits.Of("late"))).Refusal!.Code.ShouldBe("store.stopped");
    }

    /// <summary>A dialect that stores nothing, can be held, and answers as it is told.</summary>
    private sealed class Scripted : IDialect
    {
        private readonly ManualResetEventSlim free = new(initialState: true);
        private readonly ManualResetEventSlim entered = new();

        public List<int> Groups { get; } = [];

        public Func<IReadOnlyList<CommitData>, ImmutableArray<Outcome<long>>>? Then { get; set; }

        public long Head { get; private set; }

        public void Hold() => free.Reset();

        public void LetGo() => free.Set();

        public void WaitForGroup() => entered.Wait();

        public IBlobShelf? Shelf => null;

        public ReadOnlyMemory<byte> Link => default;

        public ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max) =>
            throw new NotSupportedException();

        public void Relink(IReadOnlyList<CommitLink> links) => throw new NotSupportedException();

        public ValueTask<string?> CheckAsync() => throw new NotSupportedException();

        public long Take() => Head;

        public void Leave()
        {
        }

        public ValueTask<long> HeadAsync() => new(Head);

        public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain)
        {
            Groups.Add(group.Count);
            entered.Set();
            free.Wait();
            return Then?.Invoke(group) ?? [.. group.Select(_ => (Outcome<long>)(++Head))];
        }

        public void Tend()
        {
        }

        public ValueTask<DocumentRow?> DocumentAsync(string stream) => throw new NotSupportedException();

        public ValueTask<FactRow?> FactAsync(long position) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(
            string family, string? shelf, string? after, int max) =>
            throw new NotSupportedException();

        public void Replace(IReadOnlyList<DocumentRow> documents) => throw new NotSupportedException();

        public string? About(string name) => throw new NotSupportedException();

        public void SetAbout(string name, string value) => throw new NotSupportedException();

        public void Dispose()
        {
            free.Dispose();
            entered.Dispose();
        }
    }

    private sealed class Reader(Action<CommitData, long>? published = null) : IJournalReader
    {
        public void CatchUp(long head)
        {
        }

        public bool IsKnown(CommitData commit) => false;

        public void Published(CommitData commit, long first) => published?.Invoke(commit, first);
    }
}
