using System.Text;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Drafts;

public class DraftTests
{
    private static readonly Actor Zhang = CityWorld.Resident();
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static async Task<Draft> BegunAsync(CityWorld world, Actor? by = null) =>
        (await world.Drafts.BeginAsync(
            new BeginDraft("food-business", null, "410105001"), by ?? Zhang, world.Command(), Ct)).Value;

    private static async Task<Draft> AnswerAsync(CityWorld world, Draft draft, params (string, object)[] answers) =>
        (await world.Drafts.AnswerAsync(
            draft.Key, new AnswerDraft(CityWorld.Answers(answers), null), Zhang, world.Command(), Ct)).Value;

    private static Task<Outcome<Draft>> UploadAsync(
        CityWorld world, Draft draft, string rule, string name, byte[] bytes) =>
        world.Drafts.UploadAsync(draft.Key, rule, name, new MemoryStream(bytes), Zhang, world.Command(), Ct);

    private static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n");

    [Fact]
    public async Task An_application_is_answered_question_by_question_and_sent_once()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var draft = await BegunAsync(world);
        world.Drafts.Pages(draft, Zhang).Next.ShouldBe("business_name");

        draft = await AnswerAsync(world, draft, ("business_name", "A"), ("credit_code", "91410100TTTTTT0112"));
        draft = await AnswerAsync(
            world, draft, ("responsible_person", "B"), ("contact_phone", "037100000001"), ("premises", "C"));
        draft = await AnswerAsync(world, draft, ("business_kind", "canteen"));
        world.Drafts.Pages(draft, Zhang).Next.ShouldBe("canteen_kind");
        draft = await AnswerAsync(world, draft, ("business_kind", "sales"));
        world.Drafts.Pages(draft, Zhang).Next.ShouldBe("area");

        await world.RestartAsync();
        draft = await AnswerAsync(
            world, draft, ("area", 40), ("online_sales", false), ("self_owned", true), ("delivery", "electronic"));
        var pages = world.Drafts.Pages(draft, Zhang);
        pages.Next.ShouldBeNull();
        pages.Papers.Select(paper => paper.Rule.Id).ShouldBe(["application-form", "business-licence", "safety-rules"]);

        var refusal = (await world.Drafts.SendAsync(draft.Key, Zhang, Ct)).Refusal!;
        refusal.Code.ShouldBe("draft.papers_missing");
        refusal.Faults.Select(fault => fault.Field).ShouldBe(["papers.application-form", "papers.business-licence"]);

        await UploadAsync(world, draft, "application-form", "form.pdf", Pdf);
        await UploadAsync(world, draft, "business-licence", "licence.pdf", Pdf);
        var sent = (await world.Drafts.SendAsync(draft.Key, Zhang, Ct)).Value;
        sent.Number.Length.ShouldBe(43);
        sent.Papers.Length.ShouldBe(2);
        (await world.Drafts.SendAsync(draft.Key, Zhang, Ct)).Value.Number.ShouldBe(sent.Number);
        world.Index.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Personal_answers_never_rest_in_the_clear()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var draft = await BegunAsync(world);
        draft = await AnswerAsync(
            world, draft, ("responsible_person", "Very Secret Name"), ("business_name", "Open Name"));
        draft.Answers.Keys.ShouldBe(["business_name"]);
        draft.Personal.Keys.ShouldBe(["responsible_person"]);
        world.Drafts.OpenUnlogged(draft).Value["responsible_person"].GetString().ShouldBe("Very Secret Name");
        world.Files().Any(file => Encoding.UTF8.GetString(file).Contains("Very Secret", StringComparison.Ordinal))
            .ShouldBeFalse();
        world.Files().Any(file => Encoding.UTF8.GetString(file).Contains("Open Name", StringComparison.Ordinal))
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("MZ this is a program", "harmless.pdf", "upload.kind")]
    [InlineData("#!/bin/sh\nrm", "form.pdf", "upload.kind")]
    [InlineData("<html><script>", "form.png", "upload.kind")]
    [InlineData("", "form.pdf", "upload.empty")]
    public async Task A_file_is_taken_for_what_it_is_not_for_what_it_is_called(string content, string name, string code)
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var draft = await BegunAsync(world);
        (await UploadAsync(world, draft, "application-form", name, Encoding.ASCII.GetBytes(content)))
            .Refusal!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..\\..\\boot.ini", "boot.ini.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe.pdf")]
    [InlineData("   ", "file.pdf")]
    [InlineData("con<>:|?*.pdf", "con.pdf")]
    public void A_file_name_is_only_ever_a_harmless_label(string name, string clean) =>
        FileKind.CleanName(name, "pdf").ShouldBe(clean);

    [Fact]
    public async Task Nobody_else_knows_of_a_draft()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var draft = await BegunAsync(world);
        foreach (var other in new[] { CityWorld.Resident("person/li"), Actor.Nobody,
            CityWorld.Officer("clerk", "jinshui-market", "410105") })
        {
            (await world.Drafts.ReadAsync(draft.Key, other)).Refusal!.Code.ShouldBe("draft.unknown");
            (await world.Drafts.AnswerAsync(
                draft.Key, new AnswerDraft(CityWorld.Answers(("area", 1)), null), other, world.Command(), Ct))
                .Refusal!.Code.ShouldBe("draft.unknown");
            (await world.Drafts.SendAsync(draft.Key, other, Ct)).Refusal!.Code.ShouldBe("draft.unknown");
        }
    }

    [Fact]
    public async Task A_clerk_fills_in_at_the_window_for_the_person_present()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var clerk = CityWorld.Officer("clerk", null, "410105");
        var draft = (await world.Drafts.BeginAsync(
            new BeginDraft("food-business", "person/zhang", "410105001"), clerk, world.Command(), Ct)).Value;
        await world.Drafts.AnswerAsync(draft.Key, new AnswerDraft(CityWorld.Answers(
            ("business_name", "A"), ("credit_code", "91410100TTTTTT0112"), ("responsible_person", "B"),
            ("contact_phone", "037100000001"), ("premises", "C"), ("business_kind", "sales"), ("area", 40),
            ("online_sales", false), ("self_owned", true), ("delivery", "window")), null), clerk, world.Command(), Ct);
        await world.Drafts.RecordAsync(draft.Key, "business-licence", "the original, seen", clerk, world.Command(), Ct);
        var opened = (await world.Drafts.SendAsync(draft.Key, clerk, Ct)).Value;
        opened.Channel.ShouldBe("window");
        opened.Parties["applicant"].ShouldBe("person/zhang");
        (await world.Cases.ReadAsync(opened.Number, Zhang, Ct)).Value.Number.ShouldBe(opened.Number);
    }
}
