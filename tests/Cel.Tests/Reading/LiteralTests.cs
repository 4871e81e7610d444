namespace Heluo.Cel.Tests.Reading;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("0xFF", "255")]
    [InlineData("-0x10", "-16")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("18446744073709551615u", "18446744073709551615")]
    [InlineData("0xFFFFFFFFFFFFFFFFU", "18446744073709551615")]
    [InlineData("1.5", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("2.5E-3", "0.0025")]
    [InlineData("1e400", "\"Infinity\"")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("[1, 2,]", "[1,2]")]
    [InlineData("{}", "{}")]
    [InlineData("{'a': 1, 2: 'b',}", """{"a":1,"2":"b"}""")]
    public void Numbers_lists_and_maps_are_read(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("'it''s'")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("18446744073709551616u")]
    [InlineData("0x10000000000000000u")]
    [InlineData("0x")]
    [InlineData("1.2.3")]
    [InlineData("'open")]
    [InlineData("'new\nline'")]
    [InlineData("'''open''")]
    [InlineData("'\\q'")]
    [InlineData("'\\8'")]
    [InlineData("'\\400'")]
    [InlineData("'\\12'")]
    [InlineData("'\\u12'")]
    [InlineData("'\\ud800'")]
    [InlineData("'\\U00110000'")]
    [InlineData("b'\\u0041'")]
    [InlineData("'\\'")]
    [InlineData("`a b`")]
    [InlineData("{}.`a$b`")]
    [InlineData("{}.``")]
    [InlineData("{}.`open")]
    public void What_is_no_literal_is_refused(string source) =>
        Expression.Answer(source).ShouldStartWith("?cel.syntax");

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text() => Expression.Answer("'\ud800'").ShouldBe("?cel.syntax");

    [Theory]
    [InlineData("""'a"b'""", "a\"b")]
    [InlineData("""'''it's "so" '''""", "it's \"so\" ")]
    [InlineData("\"\"\"two\nlines\"\"\"", "two\nlines")]
    [InlineData("""'\a\b\f\n\r\t\v\\\?\"\'\`'""", "\a\b\f\n\r\t\v\\?\"'`")]
    [InlineData("""'\x41\X42\u0043\U00000044\105'""", "ABCDE")]
    [InlineData("""'\U0001F600'""", "😀")]
    [InlineData("""r'\n\'""", "\\n\\")]
    [InlineData("""R"a\b" """, "a\\b")]
    [InlineData("'许可'", "许可")]
    public void Texts_keep_every_escape_of_the_standard(string source, string expected) =>
        CelEnvironment.Standard.Compile(source).Program!.Run().Value.AsString.ShouldBe(expected);

    [Theory]
    [InlineData("""b'abc'""", new byte[] { 97, 98, 99 })]
    [InlineData("""B"\xff\000"  """, new byte[] { 255, 0 })]
    [InlineData("""b'\377'""", new byte[] { 255 })]
    [InlineData("b'é'", new byte[] { 0xC3, 0xA9 })]
    [InlineData("""br'\x'""", new byte[] { 92, 120 })]
    [InlineData("""b'''a'b'''""", new byte[] { 97, 39, 98 })]
    public void Bytes_hold_octets(string source, byte[] expected) =>
        CelEnvironment.Standard.Compile(source).Program!.Run().Value.AsBytes.ToArray().ShouldBe(expected);
}
