using System.Text.RegularExpressions;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services.Tests.Archives;
using Heluo.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Case = Heluo.Cases.Case;

namespace Heluo.Services.Tests.Documents;

/// <summary>Every template of the city, written from real cases that came that way.</summary>
public sealed partial class EveryTemplateTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    // Template, what it must cite, the days it must name, in both languages.
    private static readonly Dictionary<string, (string Article, string[] Days)> Expected =
        new(StringComparer.Ordinal)
        {
            ["receipt"] = ("", ["2021年1月4日|4 January 2021", "2021年1月11日|11 January 2021"]),
            ["correction-notice"] = ("第三十二条|article 32", ["2021年1月4日|4 January 2021"]),
            ["acceptance-notice"] = ("第三十二条|article 32", ["2021年1月4日|4 January 2021"]),
            ["special-procedure-notice"] = ("第四十五条|article 45", ["2021年1月4日|4 January 2021"]),
            ["extension-notice"] = ("第四十二条|article 42", ["2021年1月4日|4 January 2021"]),
            ["decision-approval"] = ("第三十八条|article 38", ["2021年1月18日|18 January 2021"]),
            ["decision-rejection"] = ("第三十八条|article 38", ["2021年1月4日|4 January 2021"]),
            ["non-acceptance-notice"] = ("第三十二条|article 32", ["2021年1月4日|4 January 2021"]),
            ["delivery-slip"] = ("", ["2021年1月4日|4 January 2021"]),
            ["withdrawal-notice"] = ("", ["2021年1月4日|4 January 2021"]),
            ["termination-notice"] = ("", ["2021年1月4日|4 January 2021"]),
            ["report-receipt"] = ("", ["2021年1月4日|4 January 2021"]),
        };

    // Whoever they go against is told where to turn (Licensing Law art. 38, Reconsideration Law art. 20).
    private static readonly string[] Against = ["decision-rejection", "non-acceptance-notice", "termination-notice"];

    private readonly List<(Case State, IssuedDocument Document)> issued = [];
    private CityWorld world = null!;
    private CityHouse house = null!;
    private Actor wang = null!;

    public async ValueTask InitializeAsync()
    {
        world = await CityWorld.AtAsync("2021-01-04T09:00");
        house = await CityHouse.StartAsync(world);
        wang = CityWorld.Resident(await world.PersonAsync("Wang Wu"));
        var state = await AcceptedAsync(corrected: true);
        state = await DoAsync(
            state, "reviewer", "begin-special", ("kind", "testing"), ("days", 3), ("reason", "the water is tested"));
        state = await DoAsync(state, "reviewer", "end-special", ("outcome", "clean"));
        state = await DoAsync(state, "agency-head", "extend", ("days", 5), ("reason", "the season"));
        state = await DoAsync(await ReviewedAsync(state), "approver", "approve", ("reason", "in order"));
        Take(await DoAsync(state, "clerk", "deliver", ("method", "post"), ("tracking", "EMS-1")));
        Take(await DoAsync(
            await OpenAsync(), "clerk", "refuse-acceptance", ("ground", "not-our-power"), ("reason", "another's"),
            ("redirect", "the county")));
        Take(await DoAsync(
            await ReviewedAsync(await AcceptedAsync()), "approver", "reject", ("reason", "the kitchen has no drain")));
        Take(await DoAsync(await AcceptedAsync(), "approver", "terminate", ("reason", "the shop has closed")));
        Take((await world.Cases.PerformAsync(
            (state = await OpenAsync()).Number,
            new PerformAct("withdraw", null, CityWorld.Answers(("reason", "no more")), state.Version), wang,
            world.Command(), Ct)).Value);
        Take((await world.Cases.OpenAsync(
            new OpenCase("incident", "exposed-rubbish", "410105001", CityWorld.Answers(
                ("setting", "street"), ("place", "Garden Road 1")), "web"),
            wang, world.Command(), Ct)).Value);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Every_document_of_the_city_says_what_the_law_wants_and_nothing_personal_beyond()
    {
        issued.Select(one => one.Document.Template).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            world.Packs.Get(DocumentTemplate.Kind).All.Select(template => template.Id).Order(StringComparer.Ordinal));
        Expected.Keys.Order(StringComparer.Ordinal).ShouldBe(
            issued.Select(one => one.Document.Template).Distinct().Order(StringComparer.Ordinal));
        foreach (var (state, document) in issued)
        {
            foreach (var (language, side) in new[] { ("zh", 0), ("en", 1) })
            {
                var written = await WriteAsync(state, document, language);
                var told = $"{document.Template}.{language}";
                Complete(written, state, side, told);
                Private(written, told);
                await GenuineAsync(written, told);
            }
        }
    }

    [Fact]
    public async Task A_document_is_written_in_one_language_only()
    {
        foreach (var (state, document) in issued)
        {
            Hanzi().IsMatch(Text(await WriteAsync(state, document, "en"))).ShouldBeFalse(document.Template);
            Hanzi().IsMatch(Text(await WriteAsync(state, document, "zh"))).ShouldBeTrue(document.Template);
        }
    }

    [Fact]
    public async Task Numbers_of_one_kind_agency_and_year_follow_each_other()
    {
        var receipts = issued.Where(one => one.Document.Template == "receipt")
            .Select(one => (one.State, one.Document)).ToArray();
        for (var i = 0; i < receipts.Length; i++)
        {
            (await WriteAsync(receipts[i].State, receipts[i].Document, "zh")).Number.ShouldBe($"收〔2021〕{i + 1}号");
        }
    }

    [Theory]
    [InlineData("correction-notice", "1．")]
    [InlineData("special-procedure-notice", "the water is tested")]
    [InlineData("extension-notice", "the season")]
    [InlineData("decision-approval", "in order")]
    [InlineData("decision-rejection", "the kitchen has no drain")]
    [InlineData("non-acceptance-notice", "the county")]
    [InlineData("termination-notice", "the shop has closed")]
    [InlineData("delivery-slip", "EMS-1")]
    [InlineData("report-receipt", "Garden Road 1")]
    public async Task What_was_told_stands_in_it(string template, string told)
    {
        var (state, document) = issued.Last(one => one.Document.Template == template);
        Text(await WriteAsync(state, document, "zh")).ShouldContain(told);
    }

    private static void Complete(OfficialDocument written, Case state, int side, string told)
    {
        var (article, days) = Expected[told[..told.IndexOf('.', StringComparison.Ordinal)]];
        var text = Text(written);
        written.Number.ShouldMatch(side == 0 ? "^.{1,2}〔2021〕[1-9][0-9]*号$" : "^.{1,2} \\[2021\\] No\\. [1-9][0-9]*$");
        written.Title.ShouldNotBeNullOrEmpty(told);
        written.Agency.ShouldNotBeNullOrEmpty(told);
        written.Seal.ShouldBe(written.Agency, told);
        written.Date.ShouldBe(side == 0 ? "2021年1月4日" : "4 January 2021", told);
        text.ShouldContain(state.Number, Shouldly.Case.Sensitive, told);
        text.ShouldContain("Wang Wu", Shouldly.Case.Sensitive, told);
        text.ShouldContain(Side(article, side), Shouldly.Case.Insensitive, told);
        days.ShouldAllBe(day => text.Contains(Side(day, side), StringComparison.Ordinal), told);
        text.Contains('—', StringComparison.Ordinal).ShouldBeFalse(told);
        text.Contains("{{", StringComparison.Ordinal).ShouldBeFalse(told);
        var isAgainst = Against.Contains(told[..told.IndexOf('.', StringComparison.Ordinal)]);
        (written.Remedies is not null).ShouldBe(isAgainst, told);
        if (isAgainst)
        {
            written.Remedies!.ShouldContain(side == 0 ? "六十日" : "sixty days");
            written.Remedies!.ShouldContain(side == 0 ? "六个月" : "six months");
        }
    }

    private static void Private(OfficialDocument written, string told)
    {
        var all = $"{Text(written)}\n{written.Code}\n{written.CheckAddress}\n{written.Qr}";
        foreach (var secret in new[] { "Very Secret", "037100000001", "41010019900101001X", "person/" })
        {
            all.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{told}: {secret}");
        }
    }

    private async Task GenuineAsync(OfficialDocument written, string told)
    {
        written.CheckAddress.ShouldBe($"https://city.example/check/{written.Code}", told);
        var check = await CityHouse.BodyAsync(await house.As().GetAsync($"/api/v1/check/{written.Code}"));
        check.GetProperty("verdict").GetString().ShouldBe("genuine", told);
        check.GetProperty("number").GetProperty(written.Language).GetString().ShouldBe(written.Number, told);
        check.GetRawText().Contains("Wang", StringComparison.Ordinal).ShouldBeFalse(told);
    }

    private static string Side(string both, int side) => both.Length == 0 ? "" : both.Split('|')[side];

    private static string Text(OfficialDocument written) => string.Join('\n', written.Body.SelectMany(paragraph =>
        paragraph.Points.Prepend(paragraph.Text)));

    private async Task<OfficialDocument> WriteAsync(Case state, IssuedDocument document, string language) =>
        (await house.Services.GetRequiredService<DocumentPress>().WriteAsync(
            state, document, Actor.House, language, "https://city.example", Ct)).Value;

    private void Take(Case state) => issued.AddRange(state.Documents.Select(document => (state, document)));

    private async Task<Case> OpenAsync() => (await world.Cases.OpenAsync(
        new OpenCase("item", "food-business", "410105001", CityWorld.Answers(
            ("business_name", "A"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "Very Secret"),
            ("contact_phone", "037100000001"), ("premises", "C"), ("business_kind", "sales"), ("area", 40),
            ("online_sales", false), ("self_owned", true), ("delivery", "electronic")), "web")
        {
            Papers =
            [
                new PaperGiven("application-form", "Form", Blob: null, "B"),
                new PaperGiven("business-licence", "Licence", Blob: null, "B"),
            ],
        },
        wang, world.Command(), Ct)).Value;

    private async Task<Case> AcceptedAsync(bool corrected = false)
    {
        var state = await OpenAsync();
        if (corrected)
        {
            state = await DoAsync(state, "clerk", "request-correction", ("points", new[] { "one", "two" }));
            state = await DoAsync(state, "clerk", "answer-correction", ("note", "done"));
        }

        return await DoAsync(state, "clerk", "accept");
    }

    private async Task<Case> ReviewedAsync(Case state)
    {
        while (state.Plan.FirstOrDefault(step => step.IsOpen(state.Plan)) is { } step)
        {
            state = (await world.Cases.PerformAsync(
                state.Number,
                new PerformAct(
                    "conclude-step", step.Id, CityWorld.Answers(("opinion", "agree"), ("reason", "ok")), state.Version),
                CityWorld.Officer(step.Role, step.Agency ?? state.Agency), world.Command(), Ct)).Value;
        }

        return state;
    }

    private async Task<Case> DoAsync(Case state, string role, string act, params (string, object)[] answers) =>
        (await world.Cases.PerformAsync(
            state.Number, new PerformAct(act, null, CityWorld.Answers(answers), state.Version),
            CityWorld.Officer(role, state.Agency), world.Command(), Ct)).Value;

    [GeneratedRegex("[\u4e00-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex Hanzi();
}
