using System.Text.Json;

namespace Heluo.Packs.Tests;

public sealed class JsonShapeTests
{
    [Theory]
    [InlineData("a", "\"a\"")]
    [InlineData("\"12\"", "\"12\"")]
    [InlineData("12", "12")]
    [InlineData("-1.50", "-1.50")]
    [InlineData("1e2", "100")]
    [InlineData("true", "true")]
    [InlineData("[1, a, [true]]", "[1,\"a\",[true]]")]
    [InlineData("{a: {b: ~}}", "{\"a\":{\"b\":null}}")]
    public void A_given_value_is_what_json_has(string yaml, string json) =>
        JsonSerializer.Serialize(Shapes.Json.Read(yaml).Value).ShouldBe(json);

    [Theory]
    [InlineData(".inf")]
    [InlineData("1e400")]
    [InlineData("0x1F")]
    public void A_number_that_cannot_be_kept_exactly_is_refused(string yaml) =>
        Shapes.Json.Read(yaml).Codes.ShouldBe(["pack.out_of_range"]);
}
