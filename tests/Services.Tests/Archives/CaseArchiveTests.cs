using System.Net;
using System.Text;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Archives;

public sealed class CaseArchiveTests
{
    private static readonly Actor Zhang = CityWorld.Resident();

    [Fact]
    public async Task A_case_that_is_not_there_or_not_theirs_is_unknown_and_nothing_is_written_down()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await Http.DraftEndpointTests.SentAsync(house.As(Zhang));
        var before = world.Store.Head;
        (await house.ArchiveAsync("nothing", Actor.House)).Outcome.Refusal!.Code.ShouldBe("case.unknown");
        foreach (var other in new[]
        {
            CityWorld.Officer("clerk", null, "410102"), CityWorld.Resident("person/li"), Actor.Nobody,
            new Actor("officer/system", ActorKind.Administrator, []),
        })
        {
            (await house.ArchiveAsync(number, other)).Outcome.Refusal!.Code.ShouldBe("case.unknown");
        }

        (await house.ArchiveAsync(number, Zhang)).Outcome.Refusal!.Code.ShouldBe("archive.not_held");
        world.Store.Head.ShouldBe(before);
    }

    [Fact]
    public async Task Without_an_entry_in_the_log_nothing_is_opened_and_no_archive_comes_out()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await Http.DraftEndpointTests.SentAsync(house.As(Zhang));
        var (outcome, bytes) = await house.ArchiveAsync(number, Actor.House, purpose: "Not a purpose!");
        outcome.Refusal!.Code.ShouldBe("data.answers");
        bytes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_took_it_stands_in_the_log_with_purpose_case_and_every_field()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var wang = CityWorld.Resident(await world.PersonAsync("Wang Wu"));
        var number = await Http.DraftEndpointTests.SentAsync(house.As(wang));
        await house.ArchiveAsync(number, Archiving.Clerk, purpose: "court-order");
        var look = (await world.LooksAsync(wang.Id)).First(one => one.Purpose == "court-order");
        look.Case.ShouldBe(number);
        look.Fields.ShouldBe(
            ["applicant.name", "answers.contact-applicant", "answers.handle-application", "papers.0", "papers.1"]);
    }

    [Fact]
    public async Task Left_sealed_it_holds_nothing_personal_and_still_verifies()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var wang = CityWorld.Resident(await world.PersonAsync("Wang Wu"));
        var number = await Http.DraftEndpointTests.SentAsync(house.As(wang));
        var before = world.Store.Head;
        var (outcome, bytes) = await house.ArchiveAsync(number, Actor.House, open: false);
        outcome.Value.Opened.ShouldBeFalse();
        world.Store.Head.ShouldBe(before);
        ArchiveSample.Verify(bytes).Value.Proven.ShouldBe(0);
        foreach (var (path, content) in ArchiveSample.Files(bytes))
        {
            var text = Encoding.UTF8.GetString(content);
            foreach (var secret in new[] { "Wang Wu", "Zhang San", "037100000001", "%PDF-" })
            {
                text.Contains(secret, StringComparison.Ordinal).ShouldBeFalse(path);
            }
        }
    }

    [Fact]
    public async Task It_holds_facts_case_clocks_documents_papers_pack_and_key()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await Http.DraftEndpointTests.SentAsync(house.As(Zhang));
        await house.NoticeAsync(number);
        var (outcome, bytes) = await house.ArchiveAsync(number, Actor.House);
        var files = ArchiveSample.Files(bytes);
        var manifest = outcome.Value;
        manifest.Files.Select(file => file.Path).ShouldBe(
        [
            "case.json", "clocks.json", "documents.json", "documents/1-receipt.en.html", "documents/1-receipt.zh.html",
            "documents/2-correction-notice.en.html", "documents/2-correction-notice.zh.html", "facts.json",
            "index.en.html", "index.html", "key.pem", $"packs/{manifest.Pack}.zip", "papers.json", "papers/1.pdf",
            "papers/2.pdf", "personal.json",
        ]);
        files["papers/1.pdf"].ShouldBe(Http.DraftEndpointTests.Pdf);
        Encoding.UTF8.GetString(files["key.pem"]).ShouldBe(manifest.Key);
        Json(files, "clocks.json")[0].GetProperty("due").GetString().ShouldBe("2021-01-11");
        Json(files, "clocks.json")[0].GetProperty("days").GetArrayLength().ShouldBeGreaterThan(3);
        Json(files, "facts.json").GetProperty("facts").EnumerateArray()
            .Select(fact => fact.GetProperty("kind").GetString()).ShouldBe(["case.opened", "case.act_performed"]);
        Json(files, "documents.json")[1].GetProperty("number").GetString().ShouldBe("2021-1");
        Encoding.UTF8.GetString(files["index.html"]).ShouldContain(number);
        Encoding.UTF8.GetString(files["index.html"]).ShouldContain("一次性告知补正");
    }

    [Fact]
    public async Task Its_clocks_stand_as_they_stood_when_it_was_written()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await Http.DraftEndpointTests.SentAsync(house.As(Zhang));
        world.At("2021-02-26T10:00");
        var (_, bytes) = await house.ArchiveAsync(number, Actor.House);
        ArchiveSample.Verify(bytes).Value.Case.ShouldBe(number);
        Json(ArchiveSample.Files(bytes), "clocks.json")[0].GetProperty("late").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_officer_of_the_agency_downloads_it_and_nobody_else_does()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        await using var house = await CityHouse.StartAsync(world);
        var number = await Http.DraftEndpointTests.SentAsync(house.As(Zhang));
        var path = $"/api/v1/cases/{number}/archive";
        (await house.As().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await house.As(Zhang).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CityHouse.CodeAsync(await house.As(CityWorld.Officer("clerk", null, "410102")).GetAsync(path)))
            .ShouldBe("case.unknown");
        (await CityHouse.CodeAsync(await house.As(Archiving.Clerk).GetAsync($"{path}?purpose=%20")))
            .ShouldBe("data.answers");

        var answer = await house.As(Archiving.Clerk).GetAsync($"{path}?purpose=court-order");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{number}.zip");
        ArchiveSample.Verify(await answer.Content.ReadAsByteArrayAsync()).Value.ExportedBy.ShouldBe("officer/clerk");
        (await world.LooksAsync("person/zhang")).ShouldContain(look =>
            look.Purpose == "court-order" && look.Case == number);
    }

    private static JsonElement Json(Dictionary<string, byte[]> files, string path) =>
        JsonDocument.Parse(files[path]).RootElement;
}
