using System.Text;

namespace Heluo.Storage.Tests.Suite;

/// <summary>What the store asks of every dialect, commit by commit.</summary>
public abstract class DialectSuite : IDisposable
{
    private readonly Scratch scratch = new();
    private IDialect? open;

    private IDialect Dialect => open ??= Open(scratch.Folder);

    protected abstract IDialect Open(string folder);

    /// <summary>The test is over.</summary>
    protected virtual void Leave()
    {
    }

    [Fact]
    public void One_bad_commit_of_a_group_fails_alone()
    {
        var outcomes = Dialect.Write([
            Commits.Of("a"),
            Commits.Of(Commits.Write("b"), Commits.Write("a")),
            Commits.Of(Commits.Write("c", facts: 3), Commits.Write("d", expected: 5)),
            Commits.Of("e"),
            Commits.Of(Commits.Write("a", expected: 1, previous: 1))]);
        outcomes.Select(outcome => outcome.Refusal?.Code).ShouldBe(
            [null, "store.conflict", "store.conflict", null, null]);
        outcomes.Where(outcome => !outcome.IsRefused).Select(outcome => outcome.Value).ShouldBe([1, 2, 3]);
        Dialect.Head.ShouldBe(3);
        Log().Select(row => (row.Position, row.Stream, row.Version, row.Previous)).ShouldBe([
            (1L, "account/a", 1, 0L), (2L, "account/e", 1, 0L), (3L, "account/a", 2, 1L)]);
        Document("account/b").ShouldBeNull();
        Document("account/c").ShouldBeNull();
    }

    [Fact]
    public void A_group_of_bad_commits_only_stores_nothing()
    {
        Dialect.Write([Commits.Of(Commits.Write("a", expected: 1, previous: 1))])[0].Refusal!.Code
            .ShouldBe("store.conflict");
        Dialect.Head.ShouldBe(0);
        Log().ShouldBeEmpty();
        Dialect.Write([Commits.Of("a")])[0].Value.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(1, 1L)]
    [InlineData(3, 2L)]
    [InlineData(2, 1L)]
    public void A_write_that_expects_another_version_is_a_conflict(int expected, long previous)
    {
        Dialect.Write([Commits.Of("a"), Commits.Of(Commits.Write("a", 1, 1))]);
        Dialect.Write([Commits.Of(Commits.Write("a", expected, previous))])[0].Refusal!.Code.ShouldBe("store.conflict");
        Document("account/a")!.Version.ShouldBe(2);
    }

    [Fact]
    public void A_read_that_is_at_another_version_is_a_conflict()
    {
        Dialect.Write([Commits.Of("a")]);
        Read("account/a", 0).ShouldBe("store.conflict");
        Read("account/a", 2).ShouldBe("store.conflict");
        Read("account/nobody", 1).ShouldBe("store.conflict");
        Read("account/a", 1).ShouldBeNull();
        Read("account/nobody", 0).ShouldBeNull();
        string? Read(string stream, int version) =>
            Dialect.Write([Commits.Of($"b{Dialect.Head}") with { Reads = [new(stream, version)] }])[0].Refusal?.Code;
    }

    [Fact]
    public void A_read_sees_what_an_earlier_commit_of_its_group_wrote()
    {
        var outcomes = Dialect.Write([
            Commits.Of("a"),
            Commits.Of("b") with { Reads = [new("account/a", 0)] },
            Commits.Of("c") with { Reads = [new("account/a", 1)] }]);
        outcomes.Select(outcome => outcome.IsRefused).ShouldBe([false, true, false]);
    }

    [Fact]
    public void Facts_come_back_as_they_were_written()
    {
        var commit = new CommitData("officer/李", "c-1", 1_609_747_200_123, "0000002a serial/1=3", [], [
            Commits.Write("甲/1", facts: 2, body: """{"text":"河洛 \u0000 '\"%"}""", shelf: "inbox"), Commits.Write("b")]);
        Dialect.Write([Commits.Of("first"), commit])[1].Value.ShouldBe(2);
        Reopen();
        var rows = Log().Skip(1).ToList();
        rows.Select(row => (row.Position, row.Version, row.Previous, row.Cause)).ShouldBe([
            (2L, 1, 0L, "0000002a serial/1=3"), (3L, 2, 2L, null), (4L, 1, 0L, null)]);
        rows.ShouldAllBe(row => row.Actor == "officer/李" && row.Command == "c-1" && row.At == 1_609_747_200_123);
        Encoding.UTF8.GetString(rows[0].Body.Span).ShouldBe("""{"text":"河洛 \u0000 '\"%"}""");
        var document = Document("account/甲/1")!;
        (document.Version, document.Head, document.Shelf).ShouldBe((2, 3L, "inbox"));
        Encoding.UTF8.GetString(document.Body.Span).ShouldBe("""{"key":"甲/1","amount":1,"moves":1}""");
        Document("account/b")!.Shelf.ShouldBeNull();
    }

    [Fact]
    public void A_chain_goes_down_along_one_stream()
    {
        Dialect.Write([Commits.Of("a"), Commits.Of("b"), Commits.Of(Commits.Write("a", 1, 1, facts: 2))]);
        Chain("account/a", 4, 10).ShouldBe([4, 3, 1]);
        Chain("account/a", 4, 2).ShouldBe([4, 3]);
        Chain("account/a", 0, 10).ShouldBeEmpty();
    }

    [Fact]
    public void A_chain_that_leads_out_of_its_stream_is_damage()
    {
        Dialect.Write([Commits.Of("a"), Commits.Of("b")]);
        Should.Throw<DialectException>(() => Chain("account/a", 2, 10)).IsDamage.ShouldBeTrue();
        Should.Throw<DialectException>(() => Chain("account/a", 9, 10)).IsDamage.ShouldBeTrue();
    }

    [Fact]
    public void A_family_is_listed_without_its_neighbours()
    {
        Dialect.Write([.. new[] { "b", "a", "c" }.Select(Commits.Of)]);
        Dialect.Write([Commits.Of(Commits.Write("x") with { Stream = "accoun/z" })]);
        Dialect.Write([Commits.Of(Commits.Write("x") with { Stream = "account-2/a" })]);
        Dialect.Write([Commits.Of(Commits.Write("x") with { Stream = "account0/a" })]);
        List("account", null, null, 10).ShouldBe(["account/a", "account/b", "account/c"]);
        List("account", null, "account/a", 1).ShouldBe(["account/b"]);
        List("account", "shelf", null, 10).ShouldBeEmpty();
        List("account-2", null, null, 10).ShouldBe(["account-2/a"]);
    }

    [Fact]
    public void Small_values_of_the_store_stay()
    {
        Dialect.About("id").ShouldBeNull();
        Dialect.SetAbout("id", "1");
        Dialect.SetAbout("id", "2");
        Reopen();
        Dialect.About("id").ShouldBe("2");
    }

    [Fact]
    public void Refolded_documents_replace_the_old_ones_at_their_version()
    {
        Dialect.Write([Commits.Of("a")]);
        var row = Document("account/a")!;
        Dialect.Replace([row with { Body = Encoding.UTF8.GetBytes("{}"), Shelf = "new" }]);
        Reopen();
        var replaced = Document("account/a")!;
        (replaced.Version, replaced.Head, replaced.Shelf).ShouldBe((1, 1L, "new"));
        replaced.Body.Length.ShouldBe(2);
    }

    public void Dispose()
    {
        open?.Dispose();
        scratch.Dispose();
        Leave();
        GC.SuppressFinalize(this);
    }

    private void Reopen()
    {
        open?.Dispose();
        open = null;
    }

    private IReadOnlyList<FactRow> Log() => Dialect.LogAsync(1, 1000).AsTask().Result;

    private DocumentRow? Document(string stream) => Dialect.DocumentAsync(stream).AsTask().Result;

    private long[] Chain(string stream, long head, int max) =>
        [.. Dialect.ChainAsync(stream, head, max).AsTask().GetAwaiter().GetResult().Select(row => row.Position)];

    private string[] List(string family, string? shelf, string? after, int max) =>
        [.. Dialect.DocumentsAsync(family, shelf, after, max).AsTask().Result.Select(row => row.Stream)];
}
