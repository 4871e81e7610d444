using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>The operator's verbs: a backup beside the running house, and the way back.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_taken_beside_the_running_house_comes_back_as_a_house_that_serves()
    {
        string number;
        string link;
        await using (var house = await StartAsync("data"))
        {
            number = await ExportVerbTests.OpenAsync(house);
            var taken = await Said.ByAsync(
                "backup", folder.At("backup"), "--data", folder.At("data"), "--keys", folder.At("safe"), "--json");
            taken.Status.ShouldBe(ExitStatus.Done, taken.Error);
            link = taken.Json.GetProperty("link").GetString()!;
        }

        var back = await RestoreAsync();
        back.Status.ShouldBe(ExitStatus.Done, back.Error);
        back.Json.GetProperty("epoch").GetInt32().ShouldBe(2);
        back.Json.GetProperty("verified").GetProperty("link").GetString().ShouldBe(link);

        await using var again = await StartAsync("again");
        var file = folder.At("case.zip");
        var written = await Said.ByAsync("export", "case", number, "--data", folder.At("again"), "--out", file);
        written.Status.ShouldBe(ExitStatus.Done, written.Error);
        (await Said.ByAsync("export", "verify", file, "--json")).Json.GetProperty("proven").GetInt32().ShouldBe(2);
        again.Services.GetRequiredService<Store>().Epoch.ShouldBe(2);
    }

    [Fact]
    public async Task Into_a_place_that_is_taken_nothing_is_restored()
    {
        await using (var house = await StartAsync("data"))
        {
            await Said.ByAsync("backup", folder.At("backup"), "--data", folder.At("data"), "--keys", folder.At("safe"));
        }

        var before = await File.ReadAllBytesAsync(folder.At("data/keys/master.key"), Ct);
        var refused = await Said.ByAsync(
            "restore", folder.At("backup"), "--data", folder.At("data"), "--keys", folder.At("safe"));
        refused.Error.ShouldContain("restore.occupied");
        (await File.ReadAllBytesAsync(folder.At("data/keys/master.key"), Ct)).ShouldBe(before);
    }

    [Fact]
    public async Task Keys_do_not_go_into_the_backup_and_a_moment_has_a_form()
    {
        (await Said.ByAsync("backup", folder.At("backup"), "--keys", folder.At("backup/keys"))).Error
            .ShouldContain("backup.keys_inside");
        (await Said.ByAsync(
            "restore", folder.At("backup"), "--data", folder.At("again"), "--keys", folder.At("safe"), "--at", "noon"))
            .Error.ShouldContain("restore.moment");
        (await RestoreAsync()).Output.ShouldContain("backup.keys_missing");
        Directory.Exists(folder.At("again")).ShouldBeFalse();
    }

    public void Dispose() => folder.Dispose();

    private Task<Said> RestoreAsync() => Said.ByAsync(
        "restore", folder.At("backup"), "--data", folder.At("again"), "--keys", folder.At("safe"), "--json");

    private async Task<Running> StartAsync(string data) =>
        (await Running.StartAsync(LiveHouse.Settings(HouseMode.Serve, folder.At(data)), Ct)).Value;
}
