using Heluo.Terminal.Pages.Papers;

namespace Heluo.Terminal.Tests.Pages.Papers;

public sealed class LongNumbersTests
{
    [Fact]
    public void A_number_that_fills_a_line_stands_alone_and_nothing_of_the_text_is_lost()
    {
        const string text = "申请（办件编号：11410105TTTTTT3P7W4000117017000202601160001），经审查";
        var runs = LongNumbers.Split(text).ToArray();
        runs.Select(run => run.IsLong).ShouldBe([false, true, false]);
        runs[1].Text.Length.ShouldBe(43);
        string.Concat(runs.Select(run => run.Text)).ShouldBe(text);
    }

    [Theory]
    [InlineData("2026年2月9日，电话 0371-00001171")]
    [InlineData("SJ-410105-20260202-0006")]
    public void What_is_short_or_broken_by_hyphens_stays_as_it_is(string text) =>
        LongNumbers.Split(text).ShouldBe([(text, false)]);

    [Fact]
    public void An_empty_text_has_no_runs() => LongNumbers.Split("").ShouldBeEmpty();
}
