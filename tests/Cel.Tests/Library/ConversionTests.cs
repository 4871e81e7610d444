using CsCheck;

namespace Heluo.Cel.Tests.Library;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("int('42') + int(42u) + int(1.9) + int('-7')", "78")]
    [InlineData("int(9223372036854775808u)", "!cel.range")]
    [InlineData("int(9.3e18)", "!cel.range")]
    [InlineData("int(0.0 / 0.0)", "!cel.range")]
    [InlineData("int('1.5')", "!cel.conversion")]
    [InlineData("int(' 1')", "!cel.conversion")]
    [InlineData("int('')", "!cel.conversion")]
    [InlineData("uint(-1)", "!cel.range")]
    [InlineData("uint('7') + uint(7) + uint(7.9)", "21")]
    [InlineData("uint('-1')", "!cel.conversion")]
    [InlineData("double('1e3') + double(1) + double(1u)", "1002")]
    [InlineData("double('x')", "!cel.conversion")]
    [InlineData("double('1,000')", "!cel.conversion")]
    [InlineData("double('NaN')", "\"NaN\"")]
    [InlineData("bool('true') && bool('t') && bool('1') && bool('TRUE')", "true")]
    [InlineData("bool('yes')", "!cel.conversion")]
    [InlineData("string(1) + string(1u) + string(true) + string('a')", "\"11truea\"")]
    [InlineData("string(1.0) + ' ' + string(0.1) + ' ' + string(1e21) + ' ' + string(1e-7)", "\"1 0.1 1e+21 1e-07\"")]
    [InlineData("string(123456789012345680.0)", "\"123456789012345680\"")]
    [InlineData("string(b'\\xe4\\xb8\\xad')", "\"中\"")]
    [InlineData("string(b'\\xff')", "!cel.conversion")]
    [InlineData("bytes('中') == b'\\xe4\\xb8\\xad'", "true")]
    [InlineData("string(duration('90m'))", "\"5400s\"")]
    [InlineData("string(timestamp(0))", "\"1970-01-01T00:00:00Z\"")]
    [InlineData("int(timestamp('2021-02-19T00:00:00Z'))", "1613692800")]
    [InlineData("timestamp('2021-02-19')", "!cel.conversion")]
    [InlineData("timestamp('2021-02-30T00:00:00Z')", "!cel.conversion")]
    [InlineData("timestamp(253402300800)", "!cel.range")]
    [InlineData("duration('1d')", "!cel.conversion")]
    [InlineData("duration('')", "!cel.conversion")]
    [InlineData("type(1) == int && type(1u) == uint && type([]) == list && type({}) == map", "true")]
    [InlineData("type(null) == null_type && type(type(1)) == type && type(b'') == bytes", "true")]
    [InlineData("type(timestamp(0)) == google.protobuf.Timestamp", "true")]
    [InlineData("type(duration('0')) == google.protobuf.Duration", "true")]
    [InlineData("type(optional.none()) == optional_type", "true")]
    [InlineData("type(1.5)", "\"double\"")]
    [InlineData("dyn([1, 'a'])[1]", "\"a\"")]
    public void Conversions_give_the_value_or_say_why_not(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Fact]
    public void Every_double_reads_back_from_its_text() =>
        Gen.Double.Sample(number => Expression.Answer(
            "double(string(x)) == x || x != x", ("x", CelType.Double, number)) == "true");

    [Fact]
    public void Every_int_and_uint_reads_back_from_its_text() =>
        Gen.Select(Gen.Long, Gen.ULong).Sample((one, two) => Expression.Answer(
            "int(string(x)) == x && uint(string(y)) == y",
            ("x", CelType.Int, one), ("y", CelType.Uint, CelValue.Of(two))) == "true");
}
