using System.Text.Json;

namespace Heluo.Cel.Tests.Values;

public sealed class CelValueTests
{
    [Theory]
    [InlineData("1", CelKind.Int)]
    [InlineData("-9223372036854775808", CelKind.Int)]
    [InlineData("18446744073709551615", CelKind.Uint)]
    [InlineData("1.5", CelKind.Double)]
    [InlineData("1e400", CelKind.Double)]
    [InlineData("true", CelKind.Bool)]
    [InlineData("null", CelKind.Null)]
    [InlineData("\"x\"", CelKind.String)]
    [InlineData("[1]", CelKind.List)]
    [InlineData("{\"a\": 1}", CelKind.Map)]
    [InlineData("\"\\ud800\"", CelKind.Error)]
    public void Free_JSON_becomes_the_nearest_kind(string json, CelKind kind) => Read(json).Kind.ShouldBe(kind);

    [Fact]
    public void JSON_is_read_as_the_declared_type_asks()
    {
        Read("3", CelType.Double).ShouldBe(3.0);
        Read("3", CelType.Double).Kind.ShouldBe(CelKind.Double);
        Read("3.0", CelType.Int).Kind.ShouldBe(CelKind.Int);
        Read("3", CelType.Uint).Kind.ShouldBe(CelKind.Uint);
        Read("\"2021-02-19T00:00:00Z\"", CelType.Timestamp).Kind.ShouldBe(CelKind.Timestamp);
        Read("\"90m\"", CelType.Duration).AsDuration.ShouldBe(CelDuration.FromNanoseconds(5_400_000_000_000));
        Read("\"aGk=\"", CelType.Bytes).AsBytes.ToArray().ShouldBe("hi"u8.ToArray());
        Read("[1, 2]", CelType.List(CelType.Double)).AsList[0].Kind.ShouldBe(CelKind.Double);
        var doubles = CelType.Map(CelType.String, CelType.Double);
        Read("{\"a\": 1}", doubles).AsMap.Single().Value.Kind.ShouldBe(CelKind.Double);
        Read("null", CelType.Int).Kind.ShouldBe(CelKind.Null);
        Read("5", CelType.Optional(CelType.Int)).ShouldBe(CelValue.Some(5L));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("99999999999999999999")]
    public void JSON_that_does_not_fit_is_an_error_where_it_is_read(string json) =>
        Read(json, CelType.Int).AsError.Code.ShouldBe(CelCodes.Conversion);

    [Fact]
    public void A_JSON_object_becomes_a_record_whose_fields_are_read_when_asked()
    {
        var inner = CelType.Record("in", ("n", CelType.Int));
        var type = CelType.Record("answers", ("area", CelType.Double), ("inner", inner));

        var record = Read("""{"area": "wide", "inner": {"n": 3}, "more": 1}""", type);

        Expression.Answer("a.inner.n", ("a", type, record)).ShouldBe("3");
        Expression.Answer("a.area > 1", ("a", type, record)).ShouldBe("!cel.conversion");
        Expression.Answer("has(a.area)", ("a", type, record)).ShouldBe("true");
        Expression.Answer("has(a.area)", ("a", type, Read("{\"area\": null}", type))).ShouldBe("false");
    }

    [Fact]
    public void JSON_nested_too_deeply_is_an_error_not_a_crash()
    {
        var deep = new string('[', 400) + new string(']', 400);
        using var json = JsonDocument.Parse(deep, new JsonDocumentOptions { MaxDepth = 1000 });

        CelValue.From(json.RootElement).ToJson().ShouldContain("cel.too_large");
        object? nested = null;
        for (var i = 0; i < 200; i++) nested = new[] { nested };
        Should.Throw<ArgumentException>(() => CelValue.From(nested));
    }

    [Fact]
    public void Objects_of_the_host_become_values()
    {
        var value = CelValue.From(new Dictionary<string, object?>
        {
            ["flag"] = true,
            ["count"] = (short)3,
            ["large"] = ulong.MaxValue,
            ["share"] = 1.5m,
            ["text"] = "许可",
            ["bytes"] = new byte[] { 1 },
            ["day"] = new DateOnly(2021, 2, 19),
            ["instant"] = new DateTimeOffset(2021, 2, 19, 8, 0, 0, TimeSpan.FromHours(8)),
            ["span"] = TimeSpan.FromMinutes(90),
            ["items"] = new object?[] { 1, null },
        });

        const string Expected = """
            {"flag":true,"count":3,"large":18446744073709551615,"share":1.5,"text":"许可","bytes":"AQ==",
            "day":"2021-02-19","instant":"2021-02-19T00:00:00Z","span":"5400s","items":[1,null]}
            """;
        value.ToJson().ShouldBe(Expected.ReplaceLineEndings(""));
        Should.Throw<ArgumentException>(() => CelValue.From(new object()));
        Should.Throw<ArgumentException>(() => CelValue.From(new Dictionary<int, int> { [1] = 1 }));
        CelValue.From(TimeSpan.MaxValue).AsError.Code.ShouldBe(CelCodes.Range);
    }

    [Fact]
    public void Reading_a_value_as_another_kind_is_a_bug_and_throws()
    {
        Should.Throw<InvalidOperationException>(() => CelValue.Of(1L).AsString);
        Should.Throw<InvalidOperationException>(() => CelValue.Of("a").AsInt);
        Should.Throw<InvalidOperationException>(() => default(CelValue).AsBool);
        Should.Throw<InvalidOperationException>(() => CelValue.Null.AsError);
    }

    [Fact]
    public void Equal_values_have_equal_hashes()
    {
        CelValue[] ones = [1L, CelValue.Of(1UL), 1.0];

        foreach (var one in ones)
        {
            foreach (var other in ones)
            {
                one.Equals(other).ShouldBeTrue();
                one.GetHashCode().ShouldBe(other.GetHashCode());
            }
        }

        CelValue.Of(double.NaN).Equals(CelValue.Of(double.NaN)).ShouldBeFalse();
        (CelValue.Of("a") == "a").ShouldBeTrue();
        (CelValue.Of("a") != 1L).ShouldBeTrue();
    }

    [Fact]
    public void A_row_knows_only_the_fields_of_its_type()
    {
        var type = CelType.Record("row", ("a", CelType.Int));

        Should.Throw<KeyNotFoundException>(() => new CelRow(type).Set("b", 1L));
        Should.Throw<ArgumentException>(() => new CelRow(CelType.Int));
        Should.Throw<ArgumentException>(() => CelType.Record("row", ("a", CelType.Int), ("a", CelType.Int)));
        new CelRow(type) { [0] = 5L }.TryGet(type.Find("a")!, out var value).ShouldBeTrue();
        value.ShouldBe(5L);
    }

    private static CelValue Read(string json, CelType? type = null)
    {
        var element = JsonDocument.Parse(json).RootElement;
        return type is null ? CelValue.From(element) : CelValue.From(element, type);
    }
}
