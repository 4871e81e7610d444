using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

public sealed class InitVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_first_administrator_signs_in_once_with_the_code()
    {
        var said = await InitAsync("--name", "Ada Berg", "--json");
        said.Status.ShouldBe(ExitStatus.Done, said.Error);
        said.Json.GetProperty("administrator").GetString().ShouldBe("officer/first-administrator");
        var code = said.Json.GetProperty("code").GetString();

        await using var house = (await Running.StartAsync(
            LiveHouse.Settings(HouseMode.Serve, folder.Root), TestContext.Current.CancellationToken)).Value;
        var desk = house.Services.GetRequiredService<SignInDesk>();
        (await desk.ByCodeAsync(code, TestContext.Current.CancellationToken)).Value.Holder
            .ShouldBe("officer/first-administrator");
        (await desk.ByCodeAsync(code, TestContext.Current.CancellationToken)).Refusal!.Code
            .ShouldBe("sign_in.code_wrong");
    }

    [Fact]
    public async Task There_is_one_first_administrator_only()
    {
        (await InitAsync("--name", "Ada Berg")).Status.ShouldBe(ExitStatus.Done);
        var second = await InitAsync("--name", "Eve", "--id", "eve", "--json");
        second.Status.ShouldBe(ExitStatus.Refused);
        second.Json.GetProperty("code").GetString().ShouldBe("administrator.exists");
    }

    [Fact]
    public async Task Beside_a_running_house_it_is_refused_by_code()
    {
        await using var house = (await Running.StartAsync(
            LiveHouse.Settings(HouseMode.Serve, folder.Root), TestContext.Current.CancellationToken)).Value;
        var said = await InitAsync("--name", "Ada Berg");
        said.Status.ShouldBe(ExitStatus.Unavailable);
        said.Error.ShouldContain("store.in_use");
    }

    [Fact]
    public async Task A_provider_without_a_subject_is_misspoken()
    {
        var said = await InitAsync("--name", "Ada Berg", "--issuer", "https://id.example.org");
        said.Status.ShouldBe(ExitStatus.Misspoken);
        said.Error.ShouldContain("--subject");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Who_is_the_first_administrator_becomes_no_second_one_under_another_name()
    {
        (await InitAsync("--name", "Ada Berg")).Status.ShouldBe(ExitStatus.Done);
        await using var house = (await Running.StartAsync(
            LiveHouse.Settings(HouseMode.Serve, folder.Root), TestContext.Current.CancellationToken)).Value;
        var system = (await house.Services.GetRequiredService<Actors>().OfAsync("officer/first-administrator")).Value;
        var tag = AppointOfficer.TagOf(
            house.Services.GetRequiredService<Tags>(), IdentityScheme.CitizenId, AccessCity.Number("19700101", "ada"));
        (await house.Services.GetRequiredService<Storage.Desk>().RunAsync<AppointOfficer, Officer>(
            "ada-again", new("Ada Again", null, tag.Value), system, "command-1", TestContext.Current.CancellationToken))
            .Refusal!.Code.ShouldBe("officer.number_taken");
    }

    [Theory]
    [InlineData("41010019700101000X", "id.check_digit")]
    [InlineData("", "id.length")]
    public async Task A_number_that_is_none_makes_nobody(string number, string code)
    {
        folder.Write("document", number);
        var said = await InitAsync("--name", "Ada Berg", "--json");
        said.Status.ShouldBe(ExitStatus.Refused);
        said.Json.GetProperty("code").GetString().ShouldBe(code);
        folder.Write("document", AccessCity.Number("19700101", "ada"));
        (await InitAsync("--name", "Ada Berg")).Status.ShouldBe(ExitStatus.Done);
    }

    [Fact]
    public async Task Without_a_document_nobody_is_made_and_a_missing_file_is_named()
    {
        var said = await Said.ByAsync(
            ["init", "--data", folder.Root, "--city", Repository.City, "--name", "Ada Berg"]);
        said.Status.ShouldBe(ExitStatus.Misspoken);
        said.Error.ShouldContain("--document");
        said = await Said.ByAsync(
            ["init", "--data", folder.Root, "--city", Repository.City, "--name", "A", "--document", folder.At("none")]);
        said.Error.ShouldContain("host.unreadable");
    }

    private Task<Said> InitAsync(params string[] words)
    {
        if (!File.Exists(folder.At("document")))
        {
            folder.Write("document", AccessCity.Number("19700101", "ada") + "\n");
        }

        return Said.ByAsync(
            ["init", "--data", folder.Root, "--city", Repository.City, "--document", folder.At("document"), .. words]);
    }
}
