using System.Net;
using System.Net.Http.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Http;

public class CasePaperTests
{
    private static readonly Actor Zhang = CityWorld.Resident();
    private static readonly Actor Clerk = CityWorld.Officer("clerk", null, "410105");

    [Fact]
    public async Task A_stranger_reads_neither_paper_nor_answers()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await DraftEndpointTests.SentAsync(house.As(Zhang));
        foreach (var other in new[] { CityWorld.Resident("person/li"), CityWorld.Officer("clerk", null, "410102") })
        {
            (await CityHouse.CodeAsync(await house.As(other).GetAsync($"/api/v1/cases/{number}/papers/0")))
                .ShouldBe("case.unknown");
            (await CityHouse.CodeAsync(await house.As(other).PostAsJsonAsync(
                $"/api/v1/cases/{number}/personal", new { purpose = "handle-application" }, CityHouse.Json)))
                    .ShouldBe("case.unknown");
        }

        (await world.LooksAsync("person/zhang")).ShouldNotContain(look => look.Purpose == CasePapers.Purpose);
    }

    [Fact]
    public async Task A_paper_is_handed_out_harmless_and_written_down()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await DraftEndpointTests.SentAsync(house.As(Zhang));
        var answer = await house.As(Clerk).GetAsync($"/api/v1/cases/{number}/papers/1");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(DraftEndpointTests.Pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName.ShouldBe("licence.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        var look = (await world.LooksAsync("person/zhang")).Last(one => one.Purpose == CasePapers.Purpose);
        (look.Case, look.Fields.Single()).ShouldBe((number, "papers.1"));
    }

    [Theory]
    [InlineData("9", "papers.none")]
    [InlineData("99999999999999", "404")]
    [InlineData("-1", "papers.none")]
    [InlineData("..%2f..%2fkeys", "404")]
    public async Task A_paper_that_is_not_there_is_refused(string index, string code)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await DraftEndpointTests.SentAsync(house.As(Zhang));
        (await CityHouse.CodeAsync(await house.As(Clerk).GetAsync($"/api/v1/cases/{number}/papers/{index}")))
            .ShouldBe(code);
    }

    [Fact]
    public async Task Personal_answers_open_for_the_purpose_they_were_asked_for_and_no_other()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await DraftEndpointTests.SentAsync(house.As(Zhang));
        var clerk = house.As(Clerk);
        var address = $"/api/v1/cases/{number}/personal";
        (await CityHouse.CodeAsync(await clerk.PostAsJsonAsync(address, new { purpose = "curiosity" }, CityHouse.Json)))
            .ShouldBe("case.no_personal");
        var opened = await CityHouse.BodyAsync(
            await clerk.PostAsJsonAsync(address, new { purpose = "handle-application" }, CityHouse.Json));
        opened.GetProperty("answers").GetProperty("responsible_person").GetString().ShouldBe("Zhang San");
        opened.GetProperty("answers").TryGetProperty("contact_phone", out _).ShouldBeFalse();
        (await world.LooksAsync("person/zhang")).Last().Case.ShouldBe(number);
    }
}
