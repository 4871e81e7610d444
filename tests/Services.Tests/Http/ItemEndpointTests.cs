using System.Text.Json;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Http;

public class ItemEndpointTests
{
    [Theory]
    [InlineData("/api/v1/items/nothing", "item.unknown")]
    [InlineData("/api/v1/items/..%2f..%2fpack.yaml", "item.unknown")]
    [InlineData("/api/v1/items?audience=3", "items.audience")]
    [InlineData("/api/v1/items?audience=cats", "items.audience")]
    [InlineData("/api/v1/items?after=-1", "paging.after")]
    [InlineData("/api/v1/items/search", "items.query")]
    [InlineData("/api/v1/items/search?q=", "items.query")]
    public async Task What_cannot_be_answered_is_refused_with_its_code(string address, string code)
    {
        await using var world = await CityWorld.AtAsync("2024-06-03T09:00");
        await using var house = await CityHouse.StartAsync(world);
        (await CityHouse.CodeAsync(await house.As().GetAsync(address))).ShouldBe(code);
    }

    [Fact]
    public async Task A_query_over_its_length_is_refused()
    {
        await using var world = await CityWorld.AtAsync("2024-06-03T09:00");
        await using var house = await CityHouse.StartAsync(world);
        (await CityHouse.CodeAsync(await house.As().GetAsync("/api/v1/items/search?q=" + new string('a', 61))))
            .ShouldBe("items.query");
    }

    [Fact]
    public async Task Everybody_lists_searches_and_reads_the_catalogue()
    {
        await using var world = await CityWorld.AtAsync("2024-06-03T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As();
        (await Ids(client, "/api/v1/items")).Length.ShouldBe(13);
        (await Ids(client, "/api/v1/items?function=market-regulation")).ShouldContain("food-business");
        (await Ids(client, "/api/v1/items?audience=person")).ShouldNotBeEmpty();
        (await Ids(client, "/api/v1/items?after=13")).ShouldBeEmpty();
        (await Ids(client, "/api/v1/items/search?q=kfd"))[0].ShouldBe("food-business");

        var guide = await CityHouse.BodyAsync(await client.GetAsync("/api/v1/items/food-business"));
        var path = guide.GetProperty("path");
        path.GetProperty("longestDays").GetDecimal()
            .ShouldBeLessThanOrEqualTo(
                guide.GetProperty("item").GetProperty("promise").GetProperty("amount").GetDecimal());
        path.GetProperty("shortestDays").GetDecimal()
            .ShouldBeLessThanOrEqualTo(path.GetProperty("longestDays").GetDecimal());
        guide.GetProperty("item").GetProperty("demo").EnumerateArray()
            .ShouldContain(one => one.GetString() == "limits.promise");
        guide.GetProperty("form").GetArrayLength().ShouldBeGreaterThan(5);
        guide.GetProperty("materials").GetArrayLength().ShouldBeGreaterThan(2);
        guide.GetProperty("steps").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static async Task<string[]> Ids(HttpClient client, string address) =>
    [
        .. (await CityHouse.BodyAsync(await client.GetAsync(address))).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("id").GetString()!),
    ];
}
