namespace Heluo.Cel.Tests.Reading;

public sealed class LimitTests
{
    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{0: ", "}")]
    [InlineData("-(", ")")]
    [InlineData("!", "")]
    [InlineData("size([", "])")]
    [InlineData("[1].map(x, ", ")")]
    [InlineData("true ? true : ", "")]
    [InlineData("cel.bind(x, 1, ", ")")]
    [InlineData("a[", "]")]
    public void A_source_that_nests_too_deeply_is_refused_not_crashed_on(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 3000)) + "0" + string.Concat(Enumerable.Repeat(close, 3000));

        Compile(deep).ShouldHaveSingleItem().Code.ShouldBe(CelCodes.TooLarge);
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("a", ".a")]
    [InlineData("a", "[0]")]
    [InlineData("a", ".f()")]
    [InlineData("1", " == 1")]
    [InlineData("'a'", " + 'a'")]
    public void A_chain_that_builds_a_tall_tree_is_refused_not_crashed_on(string first, string link)
    {
        var chain = first + string.Concat(Enumerable.Repeat(link, 8000));

        Compile(chain).ShouldHaveSingleItem().Code.ShouldBe(CelCodes.TooLarge);
    }

    [Fact]
    public void Thousands_of_terms_stand_side_by_side()
    {
        Expression.Answer(string.Join(" && ", Enumerable.Repeat("true", 5000))).ShouldBe("true");
        Expression.Answer($"size([{string.Join(", ", Enumerable.Repeat("1", 5000))}])").ShouldBe("5000");
    }

    [Fact]
    public void What_the_limits_allow_works()
    {
        Expression.Answer(new string('(', 99) + "7" + new string(')', 99)).ShouldBe("7");
        Expression.Answer(string.Join(" + ", Enumerable.Repeat("1", 400))).ShouldBe("400");
        Expression.Answer(new string('-', 64) + "1").ShouldBe("1");
    }

    [Fact]
    public void The_source_and_its_parts_are_bounded()
    {
        Compile(new string(' ', 65_536) + "1").ShouldHaveSingleItem().Code.ShouldBe(CelCodes.TooLarge);
        Compile($"[{string.Join(",", Enumerable.Repeat("1", 21_000))}]").ShouldHaveSingleItem().Code
            .ShouldBe(CelCodes.TooLarge);
    }

    [Fact]
    public void A_host_may_tighten_the_limits_but_not_lift_them()
    {
        var narrow = CelEnvironment.Standard.Within(new CelLimits { Nesting = 3, SourceLength = 20 });

        narrow.Compile("((1))").Succeeded.ShouldBeTrue();
        narrow.Compile("(((1)))").Succeeded.ShouldBeFalse();
        narrow.Compile("1 + 1 + 1 + 1 + 1 + 1").Succeeded.ShouldBeFalse();
        foreach (var wrong in new[] { new CelLimits { Nesting = 201 }, new CelLimits { Nodes = 0 } })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => CelEnvironment.Standard.Within(wrong));
        }
    }

    [Fact]
    public void The_list_of_faults_is_bounded()
    {
        var many = string.Join(" && ", Enumerable.Range(0, 500).Select(i => $"unknown{i}"));

        Compile(many).Count.ShouldBe(50);
    }

    private static IReadOnlyList<CelFault> Compile(string source) =>
        CelEnvironment.Standard.Declare("a", CelType.Dyn).Compile(source).Faults;

    [Theory]
    [InlineData("(", "1", ")", 199)]
    [InlineData("!", "true", "", 198)]
    [InlineData("[", "1", "]", 199)]
    [InlineData("true ? ", "1", " : 0", 1)]
    [InlineData("[1].map(x, ", "x", ")", 199)]
    [InlineData("cel.bind(x, 1, ", "x", ")", 199)]
    [InlineData("size('' + string(", "1", "))", 99)]
    [InlineData("false ? 1 : ", "2", "", 199)]
    public void The_deepest_expression_that_may_be_allowed_fits_a_small_stack(
        string open, string middle, string close, int times)
    {
        var widest = CelEnvironment.Standard.Within(new CelLimits { Nesting = 200, Height = 1_000 });
        var deep = string.Concat(Enumerable.Repeat(open, times).Append(middle).Concat(Enumerable.Repeat(close, times)));
        CelCompilation? compiled = null;
        CelResult? result = null;

        var thread = new Thread(
            () =>
            {
                compiled = widest.Compile(deep);
                result = compiled.Program?.Run([]);
                result?.Value.ToJson();
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        compiled.ShouldNotBeNull().Faults.ShouldBeEmpty();
        result.ShouldNotBeNull();
    }
}
