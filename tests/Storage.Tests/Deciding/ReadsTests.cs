namespace Heluo.Storage.Tests.Deciding;

/// <summary>Modules test their rules alone with these.</summary>
public sealed class ReadsTests
{
    [Fact]
    public void What_was_not_given_cannot_be_read()
    {
        var reads = Reads.Of(Contexts.None, ("account/a", Account.Start("a")));
        Should.Throw<InvalidOperationException>(() => reads.Get<Account>("b")).Message.ShouldContain("account/b");
        Should.Throw<InvalidOperationException>(() => reads.Get<Serial>("a")).Message.ShouldContain("serial/a");
        Should.Throw<InvalidOperationException>(() => reads.VersionOf<Account>("b"));
        Should.Throw<InvalidOperationException>(() => reads.Context<Rate>()).Message.ShouldContain("Rate");
    }

    [Fact]
    public void What_was_given_is_read()
    {
        var account = Account.Start("a") with { Amount = 7 };
        var reads = Reads.Of(Contexts.None.With(new Rate(3)), ("account/a", account));
        reads.Get<Account>("a").Amount.ShouldBe(7);
        reads.VersionOf<Account>("a").ShouldBe(1);
        reads.Context<Rate>().Amount.ShouldBe(3);
    }

    [Fact]
    public void A_context_given_again_replaces_the_old_one_and_leaves_others_whole()
    {
        var first = Contexts.None.With(new Rate(3)).With("text");
        var second = first.With(new Rate(4));
        first.Get<Rate>().Amount.ShouldBe(3);
        second.Get<Rate>().Amount.ShouldBe(4);
        second.Get<string>().ShouldBe("text");
    }
}
