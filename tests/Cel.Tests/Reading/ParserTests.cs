namespace Heluo.Cel.Tests.Reading;

public sealed class ParserTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2 % 3", "5")]
    [InlineData("10 - 3 - 2", "5")]
    [InlineData("-2 * -3", "6")]
    [InlineData("- - 2", "2")]
    [InlineData("!!true", "true")]
    [InlineData("1 < 2 == true", "true")]
    [InlineData("true || false && false", "true")]
    [InlineData("(true || false) && false", "false")]
    [InlineData("true ? 1 : false ? 2 : 3", "1")]
    [InlineData("false ? 1 : false ? 2 : 3", "3")]
    [InlineData("1 in [1] == true", "true")]
    [InlineData("{'in_': 1}.in_", "1")]
    [InlineData("{'if': 1}.if", "1")]
    [InlineData("{'a-b': 1}.`a-b`", "1")]
    [InlineData("[[1, 2], [3]][0][1]", "2")]
    [InlineData("1 // the rest is said to people\n + 1", "2")]
    [InlineData("// nothing but a word\n1", "1")]
    [InlineData("\t1\r\n+\f1", "2")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("2 -1", "1")]
    public void Operators_bind_as_the_standard_says(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("1 +", 1, 4)]
    [InlineData("1\n+ )", 2, 3)]
    [InlineData("(1", 1, 3)]
    [InlineData("[1, , 2]", 1, 5)]
    [InlineData("{1}", 1, 3)]
    [InlineData("a.", 1, 3)]
    [InlineData("a.1", 1, 2)]
    [InlineData("f(1,)", 1, 5)]
    [InlineData("1 2", 1, 3)]
    [InlineData("true ? 1", 1, 9)]
    [InlineData("a # b", 1, 3)]
    [InlineData("a & b", 1, 3)]
    [InlineData("1 = 1", 1, 3)]
    [InlineData("if", 1, 1)]
    [InlineData("a.in", 1, 3)]
    [InlineData("in", 1, 1)]
    [InlineData("has(a)", 1, 5)]
    [InlineData("[1].all(1, true)", 1, 9)]
    [InlineData("[1].map(a.b, true)", 1, 11)]
    [InlineData("[1].exists(a, a, true)", 1, 15)]
    [InlineData("cel.bind(1, 2, 3)", 1, 10)]
    [InlineData("cel.index('a')", 1, 11)]
    [InlineData("cel.block(1, 2)", 1, 11)]
    public void A_fault_says_its_line_and_column(string source, int line, int column)
    {
        var fault = CelEnvironment.Standard.Declare("a", CelType.Dyn).Compile(source).Faults.ShouldHaveSingleItem();

        fault.Code.ShouldBe(CelCodes.Syntax);
        fault.At.ShouldBe(new CelPosition(line, column));
        fault.Message.ShouldNotEndWith(".");
    }

    [Theory]
    [InlineData("a.b.C{}")]
    [InlineData(".a.C{x: 1, y: [2],}")]
    [InlineData("C{?x: optional.none()}")]
    public void Messages_are_read_and_refused_as_left_out(string source) =>
        CelEnvironment.Standard.Compile(source).Faults.ShouldHaveSingleItem().Code.ShouldBe(CelCodes.Unsupported);

    [Fact]
    public void Optional_syntax_is_read_wherever_the_standard_has_it()
    {
        Expression.Answer("{'a': 1}.?a.orValue(0) + {'a': 1}[?'b'].orValue(5)").ShouldBe("6");
        Expression.Answer("[?optional.of(1), ?optional.none(), 2]").ShouldBe("[1,2]");
        Expression.Answer("{?'a': optional.of(1), ?'b': optional.none()}").ShouldBe("""{"a":1}""");
    }
}
