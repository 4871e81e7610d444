using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Governance.Tests.Http;

public class IncidentEndpointTests
{
    private const string Incidents = "/api/v1/incidents";
    private static readonly Actor Zhang = CityWorld.Resident();

    private static object Report(string area = "410105001") =>
        new { @class = "exposed-rubbish", area,
            answers = new { place = "Jingba Road 1", setting = "street", phone = "037100000001" } };

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, object body) =>
        client.PostAsJsonAsync(Incidents, body, CityHouse.Json);

    /// <summary>The smallest photograph that is whole: one short segment, one scan, the end.</summary>
    private static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xDA, 0, 2, 9, 9, 0xFF, 0xD9];

    private static MultipartFormDataContent WithPhoto(string json, byte[] photo, string name = "photo.jpg")
    {
        var file = new ByteArrayContent(photo);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new MultipartFormDataContent { { new StringContent(json), "request" }, { file, "photo", name } };
    }

    private static string Json(object body) => System.Text.Json.JsonSerializer.Serialize(body, CityHouse.Json);

    [Fact]
    public async Task Nobody_unknown_and_nobody_without_the_duty_reports()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        (await PostAsync(house.As(), Report())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(house.As(CityWorld.Officer("handler")), Report()))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CityHouse.CodeAsync(await PostAsync(house.As(CityWorld.Officer("collector", null, "410102")), Report())))
            .ShouldBe("incident.not_yours");
        var machine = new Actor("key/other", ActorKind.Machine, [new Duty("cases")]);
        (await PostAsync(house.As(machine), Report())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        world.Index.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("nothing", "410105001", "case.no_subject")]
    [InlineData("exposed-rubbish", "999999", "case.area")]
    [InlineData("exposed-rubbish", "../../etc", "case.area")]
    public async Task A_report_of_nothing_or_nowhere_is_refused(string incident, string area, string code)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        (await CityHouse.CodeAsync(await PostAsync(house.As(Zhang), new { @class = incident, area }))).ShouldBe(code);
    }

    [Theory]
    [InlineData("""{"class":"exposed-rubbish","area":"410105001","extra":1}""")]
    [InlineData("""{"class":"exposed-rubbish"}""")]
    [InlineData("nonsense")]
    public async Task A_body_of_another_shape_is_refused(string body)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var bare = new StringContent(body, Encoding.UTF8, "application/json");
        (await CityHouse.CodeAsync(await house.As(Zhang).PostAsync(Incidents, bare))).ShouldBe("incident.request");
        (await CityHouse.CodeAsync(await house.As(Zhang).PostAsync(Incidents, WithPhoto(body, [0xFF, 0xD8, 0xFF]))))
            .ShouldBe("upload.request");
    }

    [Fact]
    public async Task Every_fault_of_a_report_comes_at_once()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var answer = await PostAsync(
            house.As(Zhang), new { @class = "exposed-rubbish", area = "410105001",
                answers = new { setting = "moon", other = 1 } });
        (await CityHouse.BodyAsync(answer)).GetProperty("faults").EnumerateArray()
            .Select(fault => fault.GetProperty("field").GetString()).Order().ShouldBe(["other", "place", "setting"]);
    }

    [Fact]
    public async Task A_program_is_no_photograph()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var answer = await house.As(Zhang).PostAsync(Incidents, WithPhoto(Json(Report()), "MZ program"u8.ToArray()));
        (await CityHouse.CodeAsync(answer)).ShouldBe("upload.kind");
        world.Index.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_resident_reports_with_a_photograph_and_finds_it_again()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var answer = await client.PostAsync(Incidents, WithPhoto(Json(Report()), Jpeg));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var opened = await CityHouse.BodyAsync(answer);
        opened.GetProperty("papers").GetArrayLength().ShouldBe(1);
        opened.GetProperty("answers").TryGetProperty("phone", out _).ShouldBeFalse();
        var number = opened.GetProperty("number").GetString()!;
        number.ShouldStartWith("SJ-410105-20210104-");
        var own = (await CityHouse.BodyAsync(await client.GetAsync(Incidents))).EnumerateArray().Single();
        own.GetProperty("number").GetString().ShouldBe(number);
        (await CityHouse.BodyAsync(await house.As(CityWorld.Resident("person/li")).GetAsync(Incidents)))
            .GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_collector_and_a_machine_report_where_their_duty_reaches()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var machine = new Actor("key/sensor", ActorKind.Machine, [new Duty("incidents")]);
        foreach (var actor in new[] { CityWorld.Officer("collector", null, "410105"), machine })
        {
            var answer = await PostAsync(house.As(actor), Report());
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_report_sent_twice_under_one_command_is_one_case()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "report-once-1");
        await PostAsync(client, Report());
        (await PostAsync(client, Report())).StatusCode.ShouldBe(HttpStatusCode.Created);
        world.Index.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Classes_ask_the_common_questions_first()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var classes = await CityHouse.BodyAsync(await house.As().GetAsync($"{Incidents}/classes"));
        classes.GetArrayLength().ShouldBeGreaterThan(10);
        foreach (var one in classes.EnumerateArray())
        {
            one.GetProperty("form").EnumerateArray().Take(3).Select(field => field.GetProperty("name").GetString())
                .ShouldBe(["place", "seen", "phone"]);
        }
    }
}
