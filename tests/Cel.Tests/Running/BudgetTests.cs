namespace Heluo.Cel.Tests.Running;

public sealed class BudgetTests
{
    private static readonly CelValue Thousand =
        CelValue.From(Enumerable.Range(0, 1000).Select(i => (object?)i));

    [Theory]
    [InlineData("many.all(a, many.all(b, many.all(c, true)))")]
    [InlineData("many.exists(a, many.exists(b, many.exists(c, false)))")]
    [InlineData("many.map(a, many.map(b, many.map(c, c)))")]
    [InlineData("many.filter(a, many.filter(b, a + b in many) != [])")]
    [InlineData("many.all(a, many == many)")]
    [InlineData("many.all(a, a in many.map(b, b))")]
    [InlineData("many.exists_one(a, size(many.map(b, b)) == 0)")]
    [InlineData("{'a': many}.transformMap(k, v, many.map(a, many.map(b, v)))")]
    [InlineData("many.sortBy(a, size(many.map(b, b)))")]
    [InlineData("sets.contains(many, many)")]
    [InlineData("(many + many + many).distinct()")]
    [InlineData("many.all(a, many.all(b, size('x' + string(b)) > 0))")]
    public void Walks_within_walks_are_stopped(string source) =>
        Expression.Answer(source, ("many", CelType.List(CelType.Int), Thousand)).ShouldBe("!cel.budget");

    [Theory]
    [InlineData("many.all(a, many.all(b, many.all(c, true))) || true")]
    [InlineData("true && (many.all(a, many.all(b, many.all(c, true))) || true)")]
    [InlineData("[1].exists(x, many.all(a, many.all(b, many.all(c, true)))) || true")]
    [InlineData("[1, 2].exists(x, x == 2 || many.all(a, many.all(b, many.all(c, true))))")]
    [InlineData("[many.all(a, many.all(b, many.all(c, true)))].size() == 1")]
    public void A_spent_budget_is_never_absorbed(string source) =>
        Expression.Answer(source, ("many", CelType.List(CelType.Int), Thousand)).ShouldBe("!cel.budget");

    [Fact]
    public void Doubling_a_list_again_and_again_is_stopped()
    {
        var source = "[1, 2]";
        for (var i = 0; i < 40; i++) source = $"cel.bind(x{i}, {source}, x{i} + x{i})";

        Expression.Answer(source).ShouldBe("!cel.budget");
    }

    [Fact]
    public void Doubling_a_text_again_and_again_is_stopped()
    {
        var source = "'abcdefgh'";
        for (var i = 0; i < 40; i++) source = $"cel.bind(x{i}, {source}, x{i} + x{i})";

        Expression.Answer($"size({source})").ShouldBe("!cel.budget");
    }

    [Theory]
    [InlineData("x == y")]
    [InlineData("x in [y]")]
    [InlineData("'%s'.format([x])")]
    [InlineData("{'k': x} == {'k': y}")]
    [InlineData("optional.of(x) == optional.of(y)")]
    public void A_value_that_shares_its_parts_is_not_walked_for_ever(string source)
    {
        (string, CelType, CelValue)[] variables = [("x", CelType.Dyn, Shared()), ("y", CelType.Dyn, Shared())];

        Expression.Answer(source, variables).ShouldBe("!cel.budget");
    }

    [Fact]
    public void A_shared_value_is_written_and_compared_within_bounds()
    {
        Shared().ToJson().Length.ShouldBeLessThan(20_000_000);
        Shared().Equals(Shared()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("'%s%s%s%s'.format([t, t, t, t])")]
    [InlineData("t.replace('a', t)")]
    [InlineData("t.replace('', 'xxxxxxxxxxxxxxxxxxxxx')")]
    [InlineData("t.split('')")]
    [InlineData("[t, t, t, t, t, t, t, t, t, t, t, t].join()")]
    [InlineData("strings.quote(t) + strings.quote(t) + t + t + t + t + t + t")]
    [InlineData("base64.encode(bytes(t + t + t + t + t + t + t + t + t))")]
    [InlineData("lists.range(1000000)")]
    [InlineData("lists.range(100000).map(x, lists.range(100000))")]
    public void What_is_made_is_bounded(string source) =>
        Expression.Answer(
            new CelBudget { Steps = 1_000_000, Items = 10_000, TextLength = 200_000 }, source,
            ("t", CelType.String, new string('a', 60_000))).ShouldBe("!cel.budget");

    [Fact]
    public void A_host_may_give_less_or_more()
    {
        (string, CelType, CelValue) many = ("many", CelType.List(CelType.Int), Thousand);

        Expression.Answer(new CelBudget { Steps = 100 }, "many.all(a, a >= 0)", many).ShouldBe("!cel.budget");
        Expression.Answer(new CelBudget { Steps = 10_000 }, "many.all(a, a >= 0)", many).ShouldBe("true");
        Expression.Answer(new CelBudget { Steps = 0 }, "1 + 1 == 2 && 'a' == 'a'").ShouldBe("true");
    }

    [Fact]
    public void Constant_parts_cannot_make_compiling_run_for_ever()
    {
        var text = new string('a', 20_000);
        var heavy = string.Join(" || ", Enumerable.Repeat($"'{text[..500]}'.replace('', 'b').contains('z')", 100));

        var compiled = CelEnvironment.Standard.Compile(heavy);

        compiled.Succeeded.ShouldBeTrue();
    }

    /// <summary>A list whose walk visits 2⁴⁰ places though only 40 lists exist.</summary>
    private static CelValue Shared()
    {
        var value = CelValue.Of(1L);
        for (var i = 0; i < 40; i++) value = CelValue.Of(CelList.Of(value, value));
        return value;
    }
}
