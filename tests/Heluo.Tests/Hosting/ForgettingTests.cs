using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Case = Heluo.Cases.Case;

namespace Heluo.Tests;

/// <summary>A person asks to be forgotten: the request runs through its procedure, the keys are destroyed, and
/// everything else still stands and verifies.</summary>
public sealed class ForgettingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Actor Zhang { get; } = new("person/zhang", ActorKind.Resident, []);

    [Fact]
    public async Task Whoever_asks_to_be_forgotten_is_and_the_order_is_named()
    {
        string first;
        string order;
        Case told;
        await using (var house = await StartAsync())
        {
            first = await ExportVerbTests.OpenAsync(house);
            told = (await PerformAsync(house, first, "withdraw", Zhang)).Value;
            Opens(house, told).ShouldBeTrue();
            order = await AskAsync(house, "erasure");
            var done = await EraseAsync(house, order, "all");
            done.Value.End.ShouldBe("erased");
            Opens(house, told).ShouldBeFalse();
            (await VerifiedAsync()).GetProperty("order").GetString().ShouldBe(order);
            await ExportedAsync(first);
        }

        await using var again = await StartAsync();
        Opens(again, told).ShouldBeFalse();
        (await VerifiedAsync()).GetProperty("keys").GetInt32().ShouldBePositive();
        await ExportedAsync(first);
    }

    [Fact]
    public async Task Nobody_is_forgotten_while_a_case_of_theirs_still_runs()
    {
        await using var house = await StartAsync();
        var running = await ExportVerbTests.OpenAsync(house);
        var order = await AskAsync(house, "erasure");
        var refused = (await EraseAsync(house, order, "all")).Refusal!;
        refused.Code.ShouldBe("act.erase_running");
        refused.Sentence.ShouldContain(running);
        Opens(house, (await ReadAsync(house, running))).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_asked_to_see_their_data_is_not_forgotten_by_mistake()
    {
        await using var house = await StartAsync();
        var asked = await AskAsync(house, "access");
        (await EraseAsync(house, asked, "all")).Refusal!.Code.ShouldBe("case.other_request");
    }

    [Fact]
    public async Task Only_the_purposes_named_are_forgotten()
    {
        await using var house = await StartAsync();
        var first = await ExportVerbTests.OpenAsync(house);
        var told = (await PerformAsync(house, first, "withdraw", Zhang)).Value;
        var order = await AskAsync(house, "erasure");
        (await EraseAsync(house, order, "contact-applicant")).Refusal.ShouldBeNull();
        var vault = house.Services.GetRequiredService<Store>().Vault;
        vault.OpenUnlogged(told.Personal["contact-applicant"]).Refusal!.Code.ShouldBe("vault.erased");
        vault.OpenUnlogged(told.Personal["handle-application"]).Refusal.ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();

    private async Task<Running> StartAsync() =>
        (await Running.StartAsync(LiveHouse.Settings(HouseMode.Serve, folder.Root), Ct)).Value;

    private static bool Opens(Running house, Case told)
    {
        told.Personal.ShouldNotBeEmpty();
        var vault = house.Services.GetRequiredService<Store>().Vault;
        return told.Personal.Values.All(value => !vault.OpenUnlogged(value).IsRefused);
    }

    private static async Task<string> AskAsync(Running house, string request)
    {
        var answers = Answers(new { request, concerns = "everything" });
        return (await house.Services.GetRequiredService<CaseDesk>().OpenAsync(
            new OpenCase("item", "personal-data", "410105001", answers, "web"), Zhang, "ask", Ct)).Value.Number;
    }

    /// <summary>Clerk, reviewer and approver do what they do; what the last of them is told is the outcome.</summary>
    private static async Task<Outcome<Case>> EraseAsync(Running house, string number, string purpose)
    {
        (await PerformAsync(house, number, "begin", Officer("clerk"))).Refusal.ShouldBeNull();
        (await PerformAsync(
            house, number, "conclude-step", Officer("reviewer"), new { finding = "It is them." }, "check-person"))
            .Refusal.ShouldBeNull();
        return await PerformAsync(
            house, number, "erase", Officer("approver"),
            new { purposes = new[] { purpose }, reason = "It has ended." });
    }

    private static Actor Officer(string role) => new($"officer/{role}", ActorKind.Officer, [new Duty(role)]);

    private static async Task<Outcome<Case>> PerformAsync(
        Running house, string number, string act, Actor actor, object? answers = null, string? step = null) =>
        await house.Services.GetRequiredService<CaseDesk>().PerformAsync(
            number,
            new PerformAct(act, step, Answers(answers ?? new { }), (await ReadAsync(house, number)).Version),
            actor, $"{act}-{number}", Ct);

    private static async Task<Case> ReadAsync(Running house, string number) =>
        (await house.Services.GetRequiredService<CaseDesk>().ReadAsync(number, Zhang, Ct)).Value;

    private static ImmutableDictionary<string, JsonElement> Answers(object answers) =>
        ImmutableDictionary.CreateRange(JsonSerializer.SerializeToElement(answers).EnumerateObject()
            .Select(one => KeyValuePair.Create(one.Name, one.Value)));

    private async Task<JsonElement> VerifiedAsync()
    {
        var said = await Said.ByAsync("verify", "--data", folder.Root, "--json");
        said.Status.ShouldBe(ExitStatus.Done, said.Error);
        return said.Json.GetProperty("erased").EnumerateArray().ShouldHaveSingleItem();
    }

    /// <summary>A case whose party was forgotten is still exported, and its archive verifies with nothing
    /// opened.</summary>
    private async Task ExportedAsync(string number)
    {
        var file = folder.At("case.zip");
        var written = await Said.ByAsync("export", "case", number, "--data", folder.Root, "--out", file, "--json");
        written.Status.ShouldBe(ExitStatus.Done, written.Error);
        var found = await Said.ByAsync("export", "verify", file, "--json");
        found.Status.ShouldBe(ExitStatus.Done, found.Error);
        found.Json.GetProperty("proven").GetInt32().ShouldBe(0);
    }
}
