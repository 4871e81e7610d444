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
        second.Json.GetProperty("refusal").GetProperty("code").GetString().ShouldBe("administrator.exists");
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

    private Task<Said> InitAsync(params string[] words) =>
        Said.ByAsync(["init", "--data", folder.Root, "--city", Repository.City, .. words]);
}
