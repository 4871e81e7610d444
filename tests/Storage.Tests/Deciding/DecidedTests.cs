namespace Heluo.Storage.Tests.Deciding;

public sealed class DecidedTests
{
    [Fact]
    public void A_fact_of_another_stream_needs_a_proper_key() =>
        Should.Throw<ArgumentException>(() => Decided.Nothing.Also<Account>("", new MoneyPaid(1)));

    [Fact]
    public void It_is_built_step_by_step_and_every_step_leaves_the_one_before_whole()
    {
        var first = Decided.With(new MoneyPaid(1));
        var second = first.And(new MoneyPaid(2), new MoneyPaid(3))
            .Also<Serial>("s", new NumberTaken(1)).Also<Serial>("s", new NumberTaken(2)).Reply("done");
        first.Facts.ShouldBe([new MoneyPaid(1)]);
        first.Answer.ShouldBeNull();
        second.Facts.ShouldBe([new MoneyPaid(1), new MoneyPaid(2), new MoneyPaid(3)]);
        second.Others.ShouldBe([("serial/s", new NumberTaken(1)), ("serial/s", new NumberTaken(2))]);
        second.Answer.ShouldBe("done");
        Decided.Nothing.Facts.ShouldBeEmpty();
    }
}
