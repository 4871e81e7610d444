namespace Heluo.Cel.Tests.Checking;

public sealed class CheckerTests
{
    [Theory]
    [InlineData("1", "int")]
    [InlineData("1u", "uint")]
    [InlineData("[1, 2]", "list(int)")]
    [InlineData("[1, 'a']", "list(dyn)")]
    [InlineData("[]", "list(dyn)")]
    [InlineData("[[], [1]]", "list(list(int))")]
    [InlineData("[1] + []", "list(int)")]
    [InlineData("{'a': 1}", "map(string, int)")]
    [InlineData("{'a': 1, 2: 'b'}", "map(dyn, dyn)")]
    [InlineData("{'a': [1]}['a'][0]", "int")]
    [InlineData("[1, 2].map(x, string(x))", "list(string)")]
    [InlineData("[1, 2].map(x, x > 1, [x])", "list(list(int))")]
    [InlineData("{'a': 1}.map(k, k)", "list(string)")]
    [InlineData("{'a': 1}.transformMap(k, v, v > 0)", "map(string, bool)")]
    [InlineData("['a'].transformMap(i, v, v)", "map(int, string)")]
    [InlineData("['a'].transformMapEntry(i, v, {v: i})", "map(string, int)")]
    [InlineData("[1].exists(x, x > 0)", "bool")]
    [InlineData("[3, 1].sortBy(x, -x)", "list(int)")]
    [InlineData("true ? [] : [1]", "list(int)")]
    [InlineData("dyn(1)", "dyn")]
    [InlineData("dyn(1) + 1", "int")]
    [InlineData("type(1)", "type(int)")]
    [InlineData("int", "type(int)")]
    [InlineData("timestamp(0) - timestamp(0)", "duration")]
    [InlineData("timestamp(0) - duration('1s')", "timestamp")]
    [InlineData("optional.of(1)", "optional(int)")]
    [InlineData("[optional.none(), optional.of(1)]", "list(optional(int))")]
    [InlineData("{'a': 1}.?a", "optional(int)")]
    [InlineData("optional.of({'a': 1}).a", "optional(int)")]
    [InlineData("optional.of(1).orValue(2)", "int")]
    [InlineData("cel.bind(x, 1, [x])", "list(int)")]
    [InlineData("cel.block([1, cel.index(0) + 1], cel.index(1))", "int")]
    [InlineData("math.greatest(1, 2)", "int")]
    [InlineData("math.greatest(1, 2.0)", "dyn")]
    [InlineData("'a'.split('')", "list(string)")]
    public void Types_are_found_without_annotations(string source, string expected) =>
        Expression.TypeOf(source).ShouldBe(expected);

    [Theory]
    [InlineData("1 + 'a'")]
    [InlineData("1 + 1.0")]
    [InlineData("1 == 'a'")]
    [InlineData("1 == 1u")]
    [InlineData("'a' in [1]")]
    [InlineData("!1")]
    [InlineData("-'a'")]
    [InlineData("1 && true")]
    [InlineData("1 ? 2 : 3")]
    [InlineData("true ? 1 : 'a'")]
    [InlineData("[1]['a']")]
    [InlineData("{'a': 1}[1]")]
    [InlineData("{1.5: 1}")]
    [InlineData("{[1]: 1}")]
    [InlineData("1.a")]
    [InlineData("'a'.size")]
    [InlineData("has(1.a)")]
    [InlineData("size(1)")]
    [InlineData("'a'.startsWith(1)")]
    [InlineData("1.all(x, true)")]
    [InlineData("[1].all(x, x)")]
    [InlineData("[1].filter(x, 'a')")]
    [InlineData("[1].transformMapEntry(i, v, v)")]
    [InlineData("[?1]")]
    [InlineData("{?'a': 1}")]
    [InlineData("1.optMap(x, x)")]
    [InlineData("[1, 2] + ['a']")]
    [InlineData("timestamp(0) + timestamp(0)")]
    [InlineData("1 < 'a'")]
    [InlineData("[1] < [2]")]
    public void What_does_not_fit_is_a_fault(string source) => Expression.TypeOf(source).ShouldBe("?cel.type");

    [Theory]
    [InlineData("x", "?cel.unknown_name")]
    [InlineData("x.y.z", "?cel.unknown_name")]
    [InlineData("f(1)", "?cel.unknown_function")]
    [InlineData("1.f()", "?cel.unknown_function")]
    [InlineData("a.b.f(1)", "?cel.unknown_name ?cel.unknown_function")]
    [InlineData("[1].map(x, x) + [x]", "?cel.unknown_name")]
    [InlineData("cel.bind(x, 1, x) + x", "?cel.unknown_name")]
    [InlineData("cel.index(0)", "?cel.unknown_name")]
    [InlineData("x + y", "?cel.unknown_name ?cel.unknown_name")]
    public void Names_that_nobody_declares_are_faults(string source, string expected) =>
        Expression.TypeOf(source).Split(' ').Order().ShouldBe(expected.Split(' ').Order());

    [Fact]
    public void Numbers_of_different_kinds_are_ordered_but_not_called_equal()
    {
        Expression.TypeOf("1 < 2.0 && 1u >= 1 && 2.0 > 1u").ShouldBe("bool");
        Expression.TypeOf("1 == 1.0").ShouldBe("?cel.type");
        Expression.TypeOf("dyn(1) == 1.0").ShouldBe("bool");
    }

    [Fact]
    public void Record_fields_are_checked_by_name_and_type()
    {
        var inner = CelType.Record("person", ("name", CelType.String));
        var outer = CelType.Record("case", ("applicant", inner), ("papers", CelType.List(inner)));
        (string, CelType) variable = ("case", outer);

        Expression.TypeOf("case.applicant.name", variable).ShouldBe("string");
        Expression.TypeOf("case.papers.map(p, p.name)", variable).ShouldBe("list(string)");
        Expression.TypeOf("case.applicant.nmae", variable).ShouldBe("?cel.unknown_field");
        Expression.TypeOf("has(case.applicant.nmae)", variable).ShouldBe("?cel.unknown_field");
        Expression.TypeOf("case.applicant.name > 5", variable).ShouldBe("?cel.type");
        Expression.TypeOf("case.applicant == null", variable).ShouldBe("bool");
        Expression.TypeOf("case == case.applicant", variable).ShouldBe("?cel.type");
    }

    [Fact]
    public void The_expected_type_is_asked_of_the_whole()
    {
        CelEnvironment.Standard.Compile("1", CelType.Int).Succeeded.ShouldBeTrue();
        CelEnvironment.Standard.Compile("dyn(1)", CelType.Int).Succeeded.ShouldBeTrue();
        CelEnvironment.Standard.Compile("[]", CelType.List(CelType.Bool)).Succeeded.ShouldBeTrue();

        var fault = CelEnvironment.Standard.Compile("1 + 1", CelType.Bool).Faults.ShouldHaveSingleItem();
        fault.Message.ShouldBe("The expression gives int where bool is wanted");
    }

    [Fact]
    public void A_dotted_variable_wins_over_a_field_and_an_inner_name_over_both()
    {
        var map = CelValue.From(new Dictionary<string, object?> { ["y"] = 1 });
        (string, CelType, CelValue)[] variables = [("x", CelType.Dyn, map), ("x.y", CelType.Int, 2L)];

        Expression.Answer("x.y", variables).ShouldBe("2");
        Expression.Answer("x['y']", variables).ShouldBe("1");
        Expression.Answer("[{'y': 3}].map(x, x.y)", variables).ShouldBe("[3]");
        Expression.Answer("[{'y': 3}].map(x, .x.y)", variables).ShouldBe("[2]");
    }

    [Fact]
    public void Names_are_looked_up_in_the_container_first()
    {
        var environment = CelEnvironment.Standard
            .Declare("a.b.x", CelType.Int).Declare("a.x", CelType.Int).Declare("x", CelType.Int);
        var frame = environment.Frame().Set("a.b.x", 1L).Set("a.x", 2L).Set("x", 3L);

        environment.In("a.b").Compile("x").Program!.Run(frame).Value.ShouldBe(1L);
        environment.In("a.c").Compile("x").Program!.Run(frame).Value.ShouldBe(2L);
        environment.In("a.b").Compile(".x").Program!.Run(frame).Value.ShouldBe(3L);
        environment.Compile("a.x").Program!.Run(frame).Value.ShouldBe(2L);
    }

    [Fact]
    public void Declarations_refuse_what_no_expression_can_write()
    {
        var environment = CelEnvironment.Standard.Declare("a", CelType.Int);

        Should.Throw<ArgumentException>(() => environment.Declare("a", CelType.Int));
        Should.Throw<ArgumentException>(() => environment.Define("int", CelType.Int, 1L));
        foreach (var name in new[] { "", "1a", "a b", "a..b", ".a", "名" })
        {
            Should.Throw<ArgumentException>(() => environment.Declare(name, CelType.Int));
            Should.Throw<ArgumentException>(() => environment.Function(
                name, new CelOverload([], CelType.Int, _ => 1L)));
        }
    }

    [Fact]
    public void Constants_are_put_in_when_the_expression_is_compiled()
    {
        var environment = CelEnvironment.Standard.Define("limit.days", CelType.Int, 20L);

        var program = environment.Compile("limit.days + 1").Program!;

        program.Names.ShouldBeEmpty();
        program.Run().Value.ShouldBe(21L);
    }
}
