using CsCheck;

namespace Heluo.Cel.Tests.Running;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("9223372036854775807 + 1")]
    [InlineData("-9223372036854775808 - 1")]
    [InlineData("9223372036854775807 * 2")]
    [InlineData("-9223372036854775808 * -1")]
    [InlineData("-9223372036854775808 / -1")]
    [InlineData("-9223372036854775808 % -1")]
    [InlineData("-(-9223372036854775808)")]
    [InlineData("0u - 1u")]
    [InlineData("18446744073709551615u + 1u")]
    [InlineData("18446744073709551615u * 2u")]
    [InlineData("timestamp('9999-12-31T23:59:59Z') + duration('1s')")]
    [InlineData("timestamp('0001-01-01T00:00:00Z') - duration('1ns')")]
    [InlineData("timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')")]
    [InlineData("duration('9223372036s') + duration('1s')")]
    [InlineData("duration('-9223372036s') - duration('1s')")]
    public void What_does_not_fit_is_a_range_error_not_a_wrapped_number(string source) =>
        Expression.Answer(source).ShouldBe("!cel.range");

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("1 % 0")]
    [InlineData("1u / 0u")]
    [InlineData("1u % 0u")]
    public void Nothing_is_divided_by_zero(string source) => Expression.Answer(source).ShouldBe("!cel.divide_by_zero");

    [Theory]
    [InlineData("1.0 / 0.0", "\"Infinity\"")]
    [InlineData("-1.0 / 0.0", "\"-Infinity\"")]
    [InlineData("0.0 / 0.0 == 0.0 / 0.0", "false")]
    [InlineData("-7 / 2", "-3")]
    [InlineData("-7 % 2", "-1")]
    [InlineData("7 % -2", "1")]
    [InlineData("'a' + 'b' + 'c'", "\"abc\"")]
    [InlineData("[1] + [2, 3]", "[1,2,3]")]
    [InlineData("b'a' + b'b'", "\"YWI=\"")]
    [InlineData("timestamp('2021-02-10T00:00:00Z') + duration('24h')", "\"2021-02-11T00:00:00Z\"")]
    [InlineData("duration('24h') + timestamp('2021-02-10T00:00:00Z')", "\"2021-02-11T00:00:00Z\"")]
    [InlineData("timestamp('2021-02-11T00:00:00Z') - timestamp('2021-02-10T00:00:00Z')", "\"86400s\"")]
    [InlineData("duration('1h') - duration('90m')", "\"-1800s\"")]
    public void Each_kind_has_its_own_arithmetic(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("dyn(1) + dyn('a')")]
    [InlineData("dyn(1.5) % dyn(1.5)")]
    [InlineData("dyn(1u) + dyn(1)")]
    [InlineData("-dyn(1u)")]
    [InlineData("-dyn(true)")]
    [InlineData("dyn('a') * dyn('b')")]
    public void Kinds_that_do_not_mix_have_no_overload(string source) =>
        Expression.Answer(source).ShouldBe("!cel.no_overload");

    [Fact]
    public void Integers_agree_with_unbounded_arithmetic_or_say_that_they_do_not_fit() =>
        Gen.Select(Edge, Edge, Gen.Int[0, 4]).Sample((one, two, sign) =>
        {
            var expected = sign switch
            {
                0 => (Int128)one + two,
                1 => (Int128)one - two,
                2 => (Int128)one * two,
                _ when two == 0 => Int128.MaxValue,
                3 => (Int128)one / two,
                _ => (Int128)one % two,
            };
            var fits = expected >= long.MinValue && expected <= long.MaxValue
                && !(sign == 4 && one == long.MinValue && two == -1);

            var answer = Expression.Answer(
                $"a {"+-*/%"[sign]} b", ("a", CelType.Int, one), ("b", CelType.Int, two));

            return fits ? answer == expected.ToString() : answer is "!cel.range" or "!cel.divide_by_zero";
        });

    private static Gen<long> Edge => Gen.OneOf(
        Gen.Long, Gen.Long[-100, 100], Gen.Const(long.MinValue), Gen.Const(long.MaxValue), Gen.Const(3_037_000_500L));
}
