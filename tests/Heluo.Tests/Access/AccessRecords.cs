using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services;
using Heluo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>One record that a route may name.</summary>
/// <param name="Kind">Its kind, as the table of doors says it.</param>
/// <param name="Owner">Whose it is, as the table of reach says it; <c>absent</c> when there is no such record.</param>
/// <param name="Id">What stands in the address.</param>
/// <param name="Version">Its version, for If-Match.</param>
/// <param name="Paper">The id of a paper within it.</param>
internal sealed record AccessRecord(string Kind, string Owner, string Id, int Version = 1, string Paper = "none");

/// <summary>Cases, drafts, documents and papers of several owners, made through the doors everybody uses.</summary>
internal sealed class AccessRecords(AccessCity city)
{
    private static readonly (string, object)[] Venue =
    [
        ("business_name", "A"), ("credit_code", AccessCallers.FirmCode), ("responsible_person", "Secret B"),
        ("contact_phone", "037100000001"), ("premises", "C"), ("venue_kind", "culture"), ("area", 40),
        ("central_air", false), ("own_water", false), ("commitment", false), ("delivery", "electronic"),
    ];

    private static readonly (string, object)[] Food =
    [
        ("business_name", "A"), ("credit_code", AccessCallers.FirmCode), ("responsible_person", "Secret B"),
        ("contact_phone", "037100000001"), ("premises", "C"), ("business_kind", "sales"), ("area", 40),
        ("online_sales", false), ("self_owned", true), ("delivery", "electronic"),
    ];

    private readonly List<AccessRecord> made = [];

    public async Task<List<AccessRecord>> MakeAsync()
    {
        var zhang = await city.ActorAsync("person/zhang");
        await OfAsync("zhang", zhang, "food-business", AccessCallers.Jingbalu, Food);
        await OfAsync("zhang-health", zhang, "public-venue-hygiene", AccessCallers.Jingbalu, Venue);
        await OfAsync("firm", await city.ActorAsync("person/legal", "firm-legal"), "food-business",
            AccessCallers.Jingbalu, Food);
        await OfAsync("liu", await city.ActorAsync("person/liu"), "food-business", "410103001", Food);
        await OfAsync("ward", await city.ActorAsync("person/guardian", "to-guardian"), "food-business",
            AccessCallers.Jingbalu, Food);
        var clerk = await city.ActorAsync("officer/clerk");
        foreach (var name in new[] { "window", "window-again" })
        {
            made.Add(await DraftAsync(name, clerk, "food-business", AccessCallers.Jingbalu, Food, "person/zhang"));
        }

        await IncidentAsync("incident", await city.ActorAsync("person/liu"));
        var machine = city.Services.GetRequiredService<Registry.KeyRoll>().Page(null)
            .Single(key => key.Label == "machine");
        await IncidentAsync("machine", new Actor(
            machine.Id, ActorKind.Machine, [new Duty("incidents", null, AccessCallers.Jinshui)]));
        Rest(machine.Id);
        return made;
    }

    private void Rest(string machine)
    {
        made.AddRange(
        [
            new("mandate", "zhang", "to-full"), new("mandate", "zhang-health", "to-narrow"),
            new("mandate", "liu", "of-liu"), new("mandate", "firm", "of-firm"), new("mandate", "ward", "to-guardian"),
            new("person", "zhang", "zhang"), new("person", "liu", "liu"),
            new("officer", "clerk", "clerk"), new("officer", "other-unit", "other-unit"),
            new("account", "zhang", city.AccountOf("person/zhang")),
            new("key", "machine", machine["key/".Length..]),
            new("case", "absent", made.First(one => one.Kind == "case").Id[..^1] + "X"),
            new("draft", "absent", new string('a', 26)), new("document", "absent", new string('a', 28)),
            new("mandate", "absent", "nothing-such"), new("person", "absent", "nobody-such"),
            new("officer", "absent", "nobody-such"), new("account", "absent", new string('a', 40)),
            new("key", "absent", "nothing-such"),
        ]);
    }

    private async Task OfAsync(string owner, Actor actor, string item, string area, (string, object)[] answers)
    {
        var sent = await DraftAsync(owner, actor, item, area, answers, owner: null);
        var cases = city.Services.GetRequiredService<CaseDesk>();
        var open = new OpenCase(Item.SubjectKind, item, area, Answers(answers), "web")
        {
            Papers =
            [
                new("other", "plan.pdf", await BlobAsync(actor), "C"),
                new("application-form", "form.pdf", await BlobAsync(actor), "C"),
                new("business-licence", "licence.pdf", await BlobAsync(actor), "C"),
            ],
        };
        var opened = Value(await cases.OpenAsync(open, actor, city.Command(), default));
        made.Add(sent);
        Add(owner, opened);
    }

    private async Task<AccessRecord> DraftAsync(
        string name, Actor actor, string item, string area, (string, object)[] answers, string? owner)
    {
        var drafts = city.Services.GetRequiredService<DraftDesk>();
        var draft = Value(await drafts.BeginAsync(new BeginDraft(item, owner, area), actor, city.Command(), default));
        draft = Value(await drafts.AnswerAsync(
            draft.Key, new AnswerDraft(Answers(answers), null), actor, city.Command(), default));
        foreach (var rule in new[] { "application-form", "business-licence" })
        {
            using var pdf = new MemoryStream(Pdf);
            draft = Value(await drafts.UploadAsync(
                draft.Key, rule, "form.pdf", pdf, actor, city.Command(), default));
        }

        return new("draft", name, draft.Key, draft.Version, draft.Papers[0].Id);
    }

    private async Task IncidentAsync(string owner, Actor actor)
    {
        var incidents = city.Services.GetRequiredService<Governance.Incidents>();
        Add(owner, Value(await incidents.ReportAsync(
            new("dirty-road", AccessCallers.Jingbalu, Answers([("dirt", "litter"), ("place", "at the gate")])),
            [new PaperGiven("other", "plan.pdf", await BlobAsync(actor), "D")], actor, city.Command(),
            default)));
    }

    private void Add(string owner, Cases.Case opened)
    {
        made.Add(new("case", owner, opened.Number, opened.Version));
        made.Add(new("document", owner, opened.Documents[0].Id));
    }

    private async Task<BlobRef> BlobAsync(Actor actor)
    {
        using var pdf = new MemoryStream(Pdf);
        return Value(await Upload.TakeAsync(
            city.Services.GetRequiredService<Store>(), pdf, "plan.pdf", actor.Subject, "case-papers", default)).Blob;
    }

    internal static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n");

    private static ImmutableDictionary<string, JsonElement> Answers((string Field, object Value)[] answers) =>
        answers.ToImmutableDictionary(one => one.Field, one => JsonSerializer.SerializeToElement(one.Value));

    private static T Value<T>(Outcome<T> outcome)
    {
        outcome.Refusal.ShouldBeNull(string.Join(' ', outcome.Refusal?.Faults.Select(fault => fault.ToString()) ?? []));
        return outcome.Value;
    }
}
