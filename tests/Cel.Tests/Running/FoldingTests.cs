namespace Heluo.Cel.Tests.Running;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("[1, 0].exists(x, 1 / x > 0)", "true")]
    [InlineData("[0, 1].exists(x, 1 / x > 0)", "true")]
    [InlineData("[0].exists(x, 1 / x > 0)", "!cel.divide_by_zero")]
    [InlineData("[0, 1].all(x, 1 / x > 1)", "false")]
    [InlineData("[0].all(x, 1 / x > 1)", "!cel.divide_by_zero")]
    [InlineData("[].all(x, 1 / x > 1)", "true")]
    [InlineData("[1, 2, 2].exists_one(x, x == 2)", "false")]
    [InlineData("[1, 2].exists_one(x, x == 2)", "true")]
    [InlineData("[0, 1].exists_one(x, 1 / x == 1)", "!cel.divide_by_zero")]
    [InlineData("[1, 2, 3].filter(x, x != 2)", "[1,3]")]
    [InlineData("[0].filter(x, 1 / x > 0)", "!cel.divide_by_zero")]
    [InlineData("[1, 2].map(x, [x, x * 2])", "[[1,2],[2,4]]")]
    [InlineData("[1, 2, 3].map(x, x > 1, x * 10)", "[20,30]")]
    [InlineData("{'a': 1, 'b': 2}.map(k, k)", """["a","b"]""")]
    [InlineData("{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2)", "true")]
    [InlineData("[5, 6].all(i, v, v == i + 5)", "true")]
    [InlineData("[5, 6].existsOne(i, v, i == 1)", "true")]
    [InlineData("[5, 6].transformList(i, v, i * v)", "[0,6]")]
    [InlineData("{'a': 1}.transformMap(k, v, v + 1)", """{"a":2}""")]
    [InlineData("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v)", """{"b":2}""")]
    [InlineData("['a', 'b'].transformMapEntry(i, v, {v: i})", """{"a":0,"b":1}""")]
    [InlineData("[3, 1, 2].sortBy(x, -x)", "[3,2,1]")]
    [InlineData("['bb', 'a', 'cc'].sortBy(x, size(x))", """["a","bb","cc"]""")]
    [InlineData("[1, 2].sortBy(x, [x])", "!cel.no_overload")]
    [InlineData("[1].map(x, [2].map(y, x + y))", "[[3]]")]
    [InlineData("[1].map(x, [2].map(x, x))", "[[2]]")]
    [InlineData("cel.bind(x, 1 / 0, true || x > 0)", "true")]
    [InlineData("cel.bind(x, 1, cel.bind(y, x + 1, x + y))", "3")]
    [InlineData("[1, 2].map(n, cel.bind(m, n * n, m + m))", "[2,8]")]
    [InlineData("cel.block([1 / 0, 2], cel.index(1))", "2")]
    [InlineData("[1, 2].map(n, cel.block([n + 1, cel.index(0) * 2], cel.index(1)))", "[4,6]")]
    [InlineData("dyn(5).map(x, x)", "!cel.no_overload")]
    public void Macros_walk_lists_and_maps(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Fact]
    public void Macros_over_variables_keep_no_state_between_runs()
    {
        var environment = CelEnvironment.Standard.Declare("many", CelType.List(CelType.Int));
        var program = environment.Compile("many.filter(x, x % 2 == 0).map(x, x * x)").Program!;

        for (var i = 0; i < 3; i++)
        {
            program.Run(environment.Frame().Set("many", CelValue.From(new[] { 1, 2, 3, 4 }))).Value
                .ShouldBe(CelValue.From(new[] { 4, 16 }));
        }
    }

    [Fact]
    public void One_program_serves_many_threads()
    {
        var environment = CelEnvironment.Standard.Declare("n", CelType.Int);
        var program = environment
            .Compile("lists.range(50).map(i, i + n).filter(i, i % 3 == 0).map(i, cel.bind(j, i * 2, j))[0]").Program!;

        Parallel.For(0, 2_000, i =>
        {
            long n = i % 100;
            var first = Enumerable.Range((int)n, 50).First(value => value % 3 == 0) * 2L;
            program.Run([n]).Value.ShouldBe(first);
        });
    }
}
