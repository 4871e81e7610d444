namespace Heluo.Storage.Tests.States;

public sealed class StreamIdTests
{
    [Fact]
    public void A_stream_is_family_and_key_and_the_key_may_hold_slashes()
    {
        var stream = StreamId.Of<Account>("2021/00001/甲");
        stream.ShouldBe("account/2021/00001/甲");
        StreamId.FamilyOf(stream).ShouldBe("account");
        StreamId.KeyOf(stream).ShouldBe("2021/00001/甲");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("a\u0085b")]
    [InlineData("a\tb")]
    public void A_key_that_cannot_be_printed_is_a_bug_here(string key) =>
        Should.Throw<ArgumentException>(() => StreamId.Of<Account>(key));

    [Theory]
    [InlineData("case", true)]
    [InlineData("case-2", true)]
    [InlineData("Case", false)]
    [InlineData("2case", false)]
    [InlineData("ca/se", false)]
    [InlineData("", false)]
    public void A_family_is_a_short_lower_case_word(string name, bool proper) =>
        StreamId.IsFamily(name).ShouldBe(proper);
}
