using CsCheck;

namespace Heluo.Storage.Tests.Writing;

public sealed class CauseTests
{
    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("123456789")]
    [InlineData("00000001 a")]
    [InlineData("00000001 a=")]
    [InlineData("00000001 =1")]
    [InlineData("00000001 a=-1")]
    [InlineData("00000001  ")]
    public void A_text_without_proper_form_is_no_cause(string text) => Cause.Parse(text).ShouldBeNull();

    [Fact]
    public void A_cause_is_short_and_can_be_read_by_people() =>
        new Cause(0x1a2b3c4d, [new("serial/2021", 7)]).Format().ShouldBe("1a2b3c4d serial/2021=7");

    [Fact]
    public void Any_cause_survives_its_text() =>
        Gen.Select(
                Gen.UInt,
                Gen.Select(Gen.String[Gen.Char["ab/= %+%2河"], 1, 12], Gen.Int[0, int.MaxValue]).Array[0, 5])
            .Sample((tag, reads) =>
            {
                var cause = new Cause(tag, [.. reads.Select(read => new StreamRead(read.Item1, read.Item2))]);
                var back = Cause.Parse(cause.Format())!;
                return back.Tag == tag && back.Reads.SequenceEqual(cause.Reads);
            });
}
