namespace Heluo.Cel.Tests.Running;

public sealed class LogicTests
{
    private const string Bad = "1 / 0 > 0";

    [Theory]
    [InlineData($"{Bad} && false", "false")]
    [InlineData($"false && {Bad}", "false")]
    [InlineData($"{Bad} && true", "!cel.divide_by_zero")]
    [InlineData($"true && {Bad}", "!cel.divide_by_zero")]
    [InlineData($"{Bad} || true", "true")]
    [InlineData($"true || {Bad}", "true")]
    [InlineData($"{Bad} || false", "!cel.divide_by_zero")]
    [InlineData($"{Bad} || {Bad} || true", "true")]
    [InlineData($"{Bad} && {Bad} && false", "false")]
    [InlineData($"!({Bad})", "!cel.divide_by_zero")]
    [InlineData($"true ? 1 : 1 / 0", "1")]
    [InlineData($"({Bad}) ? 1 : 2", "!cel.divide_by_zero")]
    [InlineData("dyn(1) && false", "false")]
    [InlineData("dyn(1) || true", "true")]
    [InlineData("dyn(1) && true", "!cel.no_overload")]
    [InlineData("dyn(1) ? 2 : 3", "!cel.no_overload")]
    public void The_deciding_side_absorbs_the_error_of_the_other(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("dyn(1) == 1u && dyn(1u) == 1.0 && dyn(1) == 1.0", "true")]
    [InlineData("dyn(1) == '1'", "false")]
    [InlineData("dyn(1) != '1'", "true")]
    [InlineData("dyn(null) == false", "false")]
    [InlineData("[1, 2u, 3.0] == [1.0, 2, 3u]", "true")]
    [InlineData("{1: 'a', 'b': 2.0} == {'b': 2, 1u: 'a'}", "true")]
    [InlineData("{'a': [1]} == {'a': [2]}", "false")]
    [InlineData("{'a': 1} == {'b': 1}", "false")]
    [InlineData("dyn(18446744073709551615u) == -1", "false")]
    [InlineData("dyn(9007199254740993) == 9007199254740992.0", "true")]
    [InlineData("timestamp('2021-01-01T08:00:00+08:00') == timestamp('2021-01-01T00:00:00Z')", "true")]
    [InlineData("optional.of(1) == optional.of(1) && optional.none() != optional.of(dyn(null))", "true")]
    [InlineData("type(1) == int && type('') != int", "true")]
    public void Equality_is_by_value_across_kinds(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("'\\U0001F600' > '\\uFFFD'", "true")]
    [InlineData("'a' < 'ab' && 'ab' < 'b'", "true")]
    [InlineData("b'\\x00' < b'\\x00\\x00'", "true")]
    [InlineData("false < true", "true")]
    [InlineData("dyn(-1) < 0u && dyn(1.5) > 1 && dyn(18446744073709551615u) > 1e3", "true")]
    [InlineData("0.0 / 0.0 < 1.0 || 0.0 / 0.0 >= 1.0", "false")]
    [InlineData("dyn('a') < 1", "!cel.no_overload")]
    [InlineData("dyn([1]) < dyn([2])", "!cel.no_overload")]
    [InlineData("dyn(null) < 1", "!cel.no_overload")]
    public void Order_is_that_of_numbers_code_points_and_octets(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("'b' in ['a', 'b']", "true")]
    [InlineData("'z' in ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']", "false")]
    [InlineData("'i' in ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']", "true")]
    [InlineData("dyn(1) in ['a']", "false")]
    [InlineData("dyn(1.0) in [1, 2]", "true")]
    [InlineData("dyn(1.0) in {1: 'a'}", "true")]
    [InlineData("dyn([1]) in {1: 'a'}", "false")]
    [InlineData("'a' in {'a': null}", "true")]
    [InlineData("[1] in [[1]]", "true")]
    [InlineData("1 in dyn(5)", "!cel.no_overload")]
    [InlineData("1 / 0 in [1]", "!cel.divide_by_zero")]
    public void In_asks_for_an_item_or_a_key(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);
}
