using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Http;

public class DraftEndpointTests
{
    private const string Drafts = "/api/v1/drafts";
    private static readonly Actor Zhang = CityWorld.Resident();
    private static readonly Actor Clerk = CityWorld.Officer("clerk", null, "410105");

    internal static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n");

    internal static object Complete => new
    {
        business_name = "A", credit_code = "91410100TTTTTT0112", responsible_person = "Zhang San",
            contact_phone = "037100000001",
        premises = "C", business_kind = "sales", area = 40, online_sales = false, self_owned = true,
            delivery = "electronic",
    };

    internal static async Task<string> BegunAsync(HttpClient client, string? owner = null)
    {
        var begun = await client.PostAsJsonAsync(
            Drafts, new { item = "food-business", owner, area = "410105001" }, CityHouse.Json);
        begun.StatusCode.ShouldBe(HttpStatusCode.Created, await begun.Content.ReadAsStringAsync());
        return (await CityHouse.BodyAsync(begun)).GetProperty("key").GetString()!;
    }

    internal static Task<HttpResponseMessage> UploadAsync(
        HttpClient client, string key, string rule, byte[] bytes, string name = "a.pdf",
            string type = "application/pdf")
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return client.PostAsync(
            $"{Drafts}/{key}/papers?rule={rule}", new MultipartFormDataContent { { file, "file", name } });
    }

    internal static async Task<string> SentAsync(HttpClient client)
    {
        var key = await BegunAsync(client);
        (await client.PatchAsJsonAsync($"{Drafts}/{key}", new { answers = Complete }, CityHouse.Json))
            .EnsureSuccessStatusCode();
        (await UploadAsync(client, key, "application-form", Pdf)).EnsureSuccessStatusCode();
        (await UploadAsync(client, key, "business-licence", Pdf, "licence.pdf")).EnsureSuccessStatusCode();
        var sent = await client.PostAsync($"{Drafts}/{key}/send", null);
        sent.StatusCode.ShouldBe(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return (await CityHouse.BodyAsync(sent)).GetProperty("number").GetString()!;
    }

    [Fact]
    public async Task A_foreign_draft_does_not_exist_for_anybody_else()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var key = await BegunAsync(house.As(Zhang));
        foreach (var other in new[] { CityWorld.Resident("person/li"), Clerk })
        {
            var client = house.As(other);
            foreach (var answer in new[]
            {
                await client.GetAsync($"{Drafts}/{key}"),
                await client.GetAsync($"{Drafts}/{key}?open=true"),
                await client.PatchAsJsonAsync($"{Drafts}/{key}", new { answers = Complete }, CityHouse.Json),
                await UploadAsync(client, key, "application-form", Pdf),
                await client.DeleteAsync($"{Drafts}/{key}/papers/x"),
                await client.DeleteAsync($"{Drafts}/{key}"),
                await client.PostAsync($"{Drafts}/{key}/send", null),
            })
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
                (await CityHouse.CodeAsync(answer)).ShouldBe("draft.unknown");
            }

            (await CityHouse.BodyAsync(await client.GetAsync(Drafts))).GetArrayLength().ShouldBe(0);
        }

        (await house.As().GetAsync($"{Drafts}/{key}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await house.As(CityWorld.Officer("approver")).GetAsync($"{Drafts}/{key}"))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_resident_cannot_apply_in_anothers_name_and_a_clerk_only_for_somebody_known()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var foreign = new { item = "food-business", owner = "person/li" };
        (await CityHouse.CodeAsync(await house.As(Zhang).PostAsJsonAsync(Drafts, foreign, CityHouse.Json)))
            .ShouldBe("draft.not_yours");
        (await CityHouse.CodeAsync(await house.As(Clerk).PostAsJsonAsync(Drafts, foreign, CityHouse.Json)))
            .ShouldBe("person.unknown");
        (await CityHouse.CodeAsync(
            await house.As(Clerk).PostAsJsonAsync(Drafts, new { item = "food-business" }, CityHouse.Json)))
            .ShouldBe("draft.not_yours");
    }

    [Theory]
    [InlineData("""{"item":"food-business","extra":1}""")]
    [InlineData("""{"item":7}""")]
    [InlineData("""{"item":"food-business","item":"x"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"item":""")]
    public async Task A_body_of_another_shape_is_refused(string body)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var answer = await house.As(Zhang)
            .PostAsync(Drafts, new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Every_fault_of_the_answers_comes_at_once()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var key = await BegunAsync(client);
        var answer = await client.PatchAsJsonAsync(
            $"{Drafts}/{key}", new { answers =
                new { area = "wide", credit_code = "91410100TTTTTT0113", nonsense = 1 } }, CityHouse.Json);
        (await CityHouse.BodyAsync(answer)).GetProperty("faults").EnumerateArray()
            .Select(fault => fault.GetProperty("field").GetString()).Order()
                .ShouldBe(["area", "credit_code", "nonsense"]);
    }

    [Theory]
    [InlineData("MZ\u0090 a program", "form.pdf", "upload.kind")]
    [InlineData("#!/bin/sh", "form.pdf", "upload.kind")]
    [InlineData("%PDF-\u007fELF a program", "form.pdf", "upload.unsound")]
    [InlineData("%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n#!/bin/sh", "form.pdf", "upload.unsound")]
    [InlineData("<svg onload=alert(1)>", "form.png", "upload.kind")]
    public async Task An_executable_posing_as_a_pdf_is_not_taken(string content, string name, string code)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var key = await BegunAsync(client);
        var answer = await UploadAsync(client, key, "application-form", Encoding.Latin1.GetBytes(content), name);
        (await CityHouse.CodeAsync(answer)).ShouldBe(code);
        var bare = new ByteArrayContent(Encoding.Latin1.GetBytes(content));
        (await CityHouse.CodeAsync(
            await client.PostAsync($"{Drafts}/{key}/papers?rule=application-form&name={name}", bare))).ShouldBe(code);
    }

    [Fact]
    public async Task A_path_in_a_file_name_becomes_a_harmless_label()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var key = await BegunAsync(client);
        var view = await CityHouse.BodyAsync(
            await UploadAsync(client, key, "application-form", Pdf, "../../etc/passwd"));
        view.GetProperty("papers").EnumerateArray().SelectMany(paper => paper.GetProperty("given").EnumerateArray())
            .Single().GetProperty("name").GetString().ShouldBe("passwd.pdf");
    }

    [Fact]
    public async Task A_body_over_its_limit_is_refused()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var key = await BegunAsync(client);
        byte[] over = [.. Pdf[..20], .. new byte[20 << 20], .. Pdf[20..]];
        var answer = await UploadAsync(client, key, "application-form", over);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CityHouse.CodeAsync(answer)).ShouldBe("blob.too_large");
        byte[] two = [.. Pdf[..20], .. new byte[2 << 20], .. Pdf[20..]];
        (await UploadAsync(client, key, "application-form", two)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=abc")]
    public async Task A_broken_form_is_refused(string type)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var key = await BegunAsync(client);
        var body = new ByteArrayContent("--abc\r\nnonsense"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await client.PostAsync($"{Drafts}/{key}/papers?rule=application-form", body);
        (await CityHouse.CodeAsync(answer)).ShouldBe("upload.form");
    }

    [Fact]
    public async Task The_same_command_twice_begins_and_attaches_once()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "begin-once-1");
        var key = await BegunAsync(client);
        (await BegunAsync(client)).ShouldBe(key);
        client.DefaultRequestHeaders.Remove("Idempotency-Key");
        client.DefaultRequestHeaders.Add("Idempotency-Key", "attach-once-1");
        (await UploadAsync(client, key, "application-form", Pdf)).EnsureSuccessStatusCode();
        (await UploadAsync(client, key, "application-form", Pdf)).EnsureSuccessStatusCode();
        (await world.Drafts.ReadAsync(key, Zhang)).Value.Papers.Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_owner_sees_their_answers_and_the_log_knows_it()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var key = await BegunAsync(client);
        var changed = await CityHouse.BodyAsync(
            await client.PatchAsJsonAsync($"{Drafts}/{key}", new { answers = Complete }, CityHouse.Json));
        changed.GetProperty("answers").TryGetProperty("responsible_person", out _).ShouldBeFalse();
        var read = await CityHouse.BodyAsync(await client.GetAsync($"{Drafts}/{key}"));
        read.GetProperty("answers").GetProperty("responsible_person").GetString().ShouldBe("Zhang San");
        (await world.LooksAsync("person/zhang")).ShouldContain(look => look.Purpose == DraftAnswers.Purpose);
    }

    [Fact]
    public async Task An_application_goes_from_draft_to_case_over_http()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var client = house.As(Zhang);
        var number = await SentAsync(client);
        number.Length.ShouldBe(43);
        (await CityHouse.BodyAsync(await client.GetAsync(Drafts))).GetArrayLength().ShouldBe(0);
    }
}
