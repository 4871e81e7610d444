namespace Heluo.Cel.Tests.Running;

public sealed class SelectingTests
{
    [Theory]
    [InlineData("{'a': {'b': 1}}.a.b", "1")]
    [InlineData("{'a': 1}.b", "!cel.no_key")]
    [InlineData("{'a': 1}['b']", "!cel.no_key")]
    [InlineData("{1: 'x'}[dyn(1.0)]", "\"x\"")]
    [InlineData("{1: 'x'}[dyn(1u)]", "\"x\"")]
    [InlineData("{1: 'x'}[dyn(1.5)]", "!cel.no_key")]
    [InlineData("{1: 'x'}[dyn([1])]", "!cel.no_overload")]
    [InlineData("[1, 2][1]", "2")]
    [InlineData("[1, 2][dyn(1u)] + [1, 2][dyn(0.0)]", "3")]
    [InlineData("[1, 2][2]", "!cel.index")]
    [InlineData("[1, 2][-1]", "!cel.index")]
    [InlineData("[1, 2][dyn(0.5)]", "!cel.no_overload")]
    [InlineData("[1, 2][dyn(18446744073709551615u)]", "!cel.index")]
    [InlineData("dyn(5)[0]", "!cel.no_overload")]
    [InlineData("dyn(5).a", "!cel.no_overload")]
    [InlineData("has({'a': null}.a)", "true")]
    [InlineData("has({'a': 1}.b)", "false")]
    [InlineData("has(dyn(5).b)", "!cel.no_overload")]
    [InlineData("has({'a': dyn(1)}.b.c)", "!cel.no_key")]
    [InlineData("{true: 1, false: 2}[false]", "2")]
    public void Fields_and_items_are_found_or_named_as_missing(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("{'a': 1, 'a': 2}", "!cel.bad_key")]
    [InlineData("{1: 1, 1u: 2}", "!cel.bad_key")]
    [InlineData("{dyn(1.5): 1}", "!cel.bad_key")]
    [InlineData("{dyn(null): 1}", "!cel.bad_key")]
    [InlineData("{'a': 1}.transformMapEntry(k, v, {'z': v}) + {}", "?cel.type")]
    [InlineData("{'a': 1, 'b': 2}.transformMapEntry(k, v, {'z': v})", "!cel.bad_key")]
    public void A_map_has_each_key_once_and_of_a_kind_that_can_be_one(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Theory]
    [InlineData("{}.?a.?b.orValue(7)", "7")]
    [InlineData("{'a': {'b': 1}}.?a.b.orValue(7)", "1")]
    [InlineData("optional.of([1, 2])[1].orValue(7)", "2")]
    [InlineData("optional.of([1, 2])[?5].orValue(7)", "7")]
    [InlineData("[1][?0].value()", "1")]
    [InlineData("[1][?1].hasValue()", "false")]
    [InlineData("optional.none().value()", "!cel.argument")]
    [InlineData("optional.of(2).optMap(x, x * 2).value()", "4")]
    [InlineData("optional.none().optMap(x, x).hasValue()", "false")]
    [InlineData("optional.of(2).optFlatMap(x, optional.of(x + 1)).value()", "3")]
    [InlineData("optional.of(0).optMap(x, 1 / x)", "!cel.divide_by_zero")]
    [InlineData("dyn(5).?a", "!cel.no_key")]
    [InlineData("dyn(5)[?0]", "!cel.no_overload")]
    [InlineData("optional.ofNonZeroValue('').hasValue()", "false")]
    [InlineData("optional.ofNonZeroValue([0]).hasValue()", "true")]
    [InlineData("optional.none().or(optional.of(3)).value()", "3")]
    [InlineData("[optional.of(1), optional.none()].unwrapOpt()", "[1]")]
    [InlineData("optional.of(null)", "null")]
    [InlineData("[1, 2].first().value() + [1, 2].last().value()", "3")]
    [InlineData("[].first().hasValue()", "false")]
    public void Optionals_carry_absence_to_the_end(string source, string expected) =>
        Expression.Answer(source).ShouldBe(expected);

    [Fact]
    public void A_record_of_the_host_is_read_by_field_and_says_what_it_lacks()
    {
        var type = CelType.Record("firm", ("name", CelType.String), ("tax", CelType.Double));
        var row = CelValue.Of(new CelRow(type).Set("name", "江"));
        (string, CelType, CelValue) firm = ("firm", type, row);

        Expression.Answer("firm.name", firm).ShouldBe("\"江\"");
        Expression.Answer("has(firm.tax)", firm).ShouldBe("false");
        Expression.Answer("firm.tax", firm).ShouldBe("!cel.no_key");
        Expression.Answer("firm.?tax.orValue(1.5)", firm).ShouldBe("1.5");
        Expression.Answer("type(firm) == type(firm)", firm).ShouldBe("true");
        Expression.Answer("firm", firm).ShouldBe("""{"name":"江"}""");
        Expression.Answer("dyn(firm).name + dyn(firm)['name']", firm).ShouldBe("\"江江\"");
        Expression.Answer("dyn(firm).nobody", firm).ShouldBe("!cel.no_key");
    }

    [Fact]
    public void A_variable_without_a_value_is_an_error_that_or_absorbs()
    {
        var environment = CelEnvironment.Standard.Declare("a", CelType.Bool).Declare("b", CelType.Bool);

        environment.Compile("a || b").Program!.Run(environment.Frame().Set("b", true)).Holds.ShouldBeTrue();
        environment.Compile("a").Program!.Run(environment.Frame()).Error!.Code.ShouldBe(CelCodes.Unbound);
        environment.Compile("b").Program!.Run([]).Error!.Code.ShouldBe(CelCodes.Unbound);
    }

    [Fact]
    public void An_error_given_as_a_value_travels_like_one()
    {
        (string, CelType, CelValue) broken = ("x", CelType.Int, CelValue.Fail("host.down", "The register is down"));

        Expression.Answer("x + 1", broken).ShouldBe("!host.down");
        Expression.Answer("x > 1 || true", broken).ShouldBe("true");
        Expression.Answer("[x]", broken).ShouldBe("!host.down");
    }
}
