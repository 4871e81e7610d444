namespace Heluo.Storage.Tests.Deciding;

public sealed class ReadListTests
{
    [Fact]
    public void More_streams_than_the_limit_are_a_bug()
    {
        var list = new ReadList(World.Catalog());
        for (var i = 1; i < Limits.StreamsPerCommit; i++)
        {
            list.Add<Account>($"a{i}");
        }

        list.Add<Account>("a1");
        Should.Throw<InvalidOperationException>(() => list.Add<Account>("one more"));
    }

    [Fact]
    public void A_key_without_form_or_a_state_without_family_is_a_bug()
    {
        Should.Throw<ArgumentException>(() => new ReadList(World.Catalog()).Add<Account>(""));
        Should.Throw<InvalidOperationException>(() => new ReadList(new FactCatalog()).Add<Account>("a"));
    }

    [Fact]
    public void A_stream_declared_for_writing_once_stays_so()
    {
        var list = new ReadList(World.Catalog()).Add<Account>("a", mayWrite: true).Add<Account>("a").Add<Serial>("a");
        list.Streams.Select(read => (read.Stream, read.MayWrite)).ShouldBe([("account/a", true), ("serial/a", false)]);
    }

    [Fact]
    public void Two_lists_are_the_same_when_they_hold_the_same_in_the_same_way()
    {
        var list = List(write: true);
        list.SameAs(List(write: true)).ShouldBeTrue();
        list.SameAs(List(write: false)).ShouldBeFalse();
        list.SameAs(List(write: true).Add<Account>("b")).ShouldBeFalse();
        List(write: true).Add<Account>("b").SameAs(list).ShouldBeFalse();
        static ReadList List(bool write) => new ReadList(World.Catalog()).Add<Account>("a", write);
    }
}
