using System.Text;

namespace Heluo.Storage.Tests.Json;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":[{"y":1,"x":2}],"c":null}}""", """{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}""")]
    [InlineData("""[1.50,"ä/中",true]""", """[1.50,"ä/中",true]""")]
    [InlineData("""{}""", """{}""")]
    public void Members_stand_in_the_order_of_their_names_and_values_as_they_were(string json, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json))).ShouldBe(canonical);
}
