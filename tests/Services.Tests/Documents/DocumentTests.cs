using System.Net;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.TestKit;
using Case = Heluo.Cases.Case;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Services.Tests.Documents;

public class DocumentTests
{
    private static readonly Actor Zhang = CityWorld.Resident();
    private static readonly Actor Clerk = CityWorld.Officer("clerk", null, "410105");
    private static readonly CancellationToken Ct = CancellationToken.None;

    internal static async Task<Case> OpenedAsync(CityWorld world, Actor? by = null) => (await world.Cases.OpenAsync(
        new OpenCase("item", "food-business", "410105001", CityWorld.Answers(
            ("business_name", "A"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "Very Secret"),
            ("contact_phone", "037100000001"), ("premises", "C"), ("business_kind", "sales"), ("area", 40),
            ("online_sales", false), ("self_owned", true), ("delivery", "electronic")), "web")
        {
            Papers = [new PaperGiven("application-form", "Form", Blob: null, "B")],
        },
        by ?? Zhang, world.Command(), Ct)).Value;

    internal static async Task<Case> DoAsync(
        CityWorld world, Case state, Actor by, string act, params (string, object)[] answers) =>
        (await world.Cases.PerformAsync(
            state.Number, new PerformAct(act, null, CityWorld.Answers(answers), state.Version), by, world.Command(),
                Ct)).Value;

    private static async Task<JsonElement> ReadAsync(CityHouse house, Actor actor, string id, string language = "zh") =>
        await CityHouse.BodyAsync(await house.As(actor).GetAsync($"/api/v1/documents/{id}?language={language}"));

    private static string Text(JsonElement document) => string.Join('\n', document.GetProperty("body").EnumerateArray()
        .SelectMany(one => one.GetProperty("points").EnumerateArray().Select(point => point.GetString())
            .Prepend(one.GetProperty("text").GetString())));

    private static async Task<string> PersonAsync(CityWorld world, string name)
    {
        var request = RegisterPerson.Of(
            world.Tags, name, IdentityScheme.CitizenId, "41010019900101001X", null, "410105001", PersonLevel.Verified);
        var person = await world.Desk.RunAsync<RegisterPerson, Person>(
            "wang", request.Value, CityWorld.Officer("clerk", null, null), world.Command(), Ct);
        return person.Value.State.Id;
    }

    [Fact]
    public async Task A_foreign_document_does_not_exist()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var id = (await OpenedAsync(world)).Documents.Single().Id;
        foreach (var other in new[] { CityWorld.Resident("person/li"), CityWorld.Officer("clerk", null, "410102") })
        {
            (await CityHouse.CodeAsync(await house.As(other).GetAsync($"/api/v1/documents/{id}")))
                .ShouldBe("document.unknown");
        }

        (await house.As().GetAsync($"/api/v1/documents/{id}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await CityHouse.CodeAsync(await house.As(Zhang).GetAsync("/api/v1/documents/nothing")))
            .ShouldBe("document.unknown");
    }

    [Fact]
    public async Task A_receipt_names_its_papers_its_dates_and_its_number()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var state = await OpenedAsync(world);
        var receipt = await ReadAsync(house, Zhang, state.Documents.Single().Id);
        receipt.GetProperty("number").GetString().ShouldBe("收〔2021〕1号");
        receipt.GetProperty("date").GetString().ShouldBe("2021年1月4日");
        var text = Text(receipt);
        text.ShouldContain(state.Number);
        text.ShouldContain("2021年1月11日");
        text.ShouldContain("原件核验");
        text.ShouldNotContain("{{");
        text.ShouldNotContain("Very Secret");
        var english = await ReadAsync(house, Zhang, state.Documents.Single().Id, "en");
        english.GetProperty("number").GetString().ShouldBe("收 [2021] No. 1");
        english.GetProperty("date").GetString().ShouldBe("4 January 2021");
    }

    [Fact]
    public async Task A_document_speaks_of_the_case_as_it_stood_then()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var state = await OpenedAsync(world);
        var before = Text(await ReadAsync(house, Zhang, state.Documents[0].Id));
        state = await DoAsync(world, state, Clerk, "request-correction", ("points", new[] { "one", "two" }));
        world.At("2021-03-01T10:00");
        Text(await ReadAsync(house, Zhang, state.Documents[0].Id)).ShouldBe(before);
        var notice = Text(await ReadAsync(house, Zhang, state.Documents[1].Id));
        notice.ShouldContain("1．one");
        notice.ShouldContain("2．two");
        await world.RestartAsync();
        await using var again = await CityHouse.StartAsync(world);
        Text(await ReadAsync(again, Zhang, state.Documents[1].Id)).ShouldBe(notice);
    }

    [Fact]
    public async Task A_decision_against_carries_reasons_and_remedies()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var state = await DoAsync(
            world, await OpenedAsync(world), Clerk, "refuse-acceptance", ("ground", "not-eligible"),
                ("reason", "because of this"));
        foreach (var language in new[] { "zh", "en" })
        {
            var decision = await ReadAsync(house, Zhang, state.Documents[1].Id, language);
            Text(decision).ShouldContain("because of this");
            decision.GetProperty("remedies").GetString()!.Length.ShouldBeGreaterThan(40);
            decision.GetProperty("seal").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task The_name_of_the_party_is_opened_through_the_log()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var wang = CityWorld.Resident(await PersonAsync(world, "Wang Wu"));
        var state = await OpenedAsync(world, wang);
        Text(await ReadAsync(house, Clerk, state.Documents[0].Id)).ShouldContain("Wang Wu");
        (await world.LooksAsync(wang.Id))
            .ShouldContain(look => look.Purpose == DocumentPress.Purpose && look.Case == state.Number);
        var masked = await house.Services.GetRequiredService<DocumentPress>()
            .WriteAsync(state, state.Documents[0], Actor.Nobody, "zh", "http://h", Ct);
        masked.Value.Body[0].Text.ShouldStartWith("W*");
    }

    [Fact]
    public async Task A_hostile_answer_stays_text_within_its_bounds()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var state = await DoAsync(
            world, await OpenedAsync(world), Clerk, "request-correction",
            ("points", new[] { "{{applicant.name}}", "<script>alert(1)</script>" }));
        var text = Text(await ReadAsync(house, Zhang, state.Documents[1].Id));
        text.ShouldContain("{{applicant.name}}");
        text.ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Every_document_of_the_city_can_be_written_in_every_language_at_its_time()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var opened = await OpenedAsync(world);
        var withdrawn = await DoAsync(world, opened, Zhang, "withdraw");
        var press = house.Services.GetRequiredService<DocumentPress>();
        foreach (var document in withdrawn.Documents)
        {
            foreach (var language in new[] { "zh", "en", "fr" })
            {
                var written = (await press.WriteAsync(withdrawn, document, Zhang, language, "http://h", Ct)).Value;
                written.Body.ShouldNotBeEmpty();
                written.Body.ShouldAllBe(one => !one.Text.Contains('—', StringComparison.Ordinal));
            }
        }
    }
}
