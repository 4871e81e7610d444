using System.Formats.Tar;
using System.IO.Compression;
using Heluo.Cli;

namespace Heluo.Tests;

/// <summary>A store that an earlier version made is opened, brought to the present form and verified.</summary>
public sealed class OldStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Stores => Path.Combine(Repository.Root, "tests", "Heluo.Tests", "Stores");

    public static TheoryData<string> Versions =>
        [.. Directory.GetFiles(Stores, "*.tar.gz").Select(file => Path.GetFileName(file)[..^".tar.gz".Length])];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_an_earlier_version_wrote_opens_migrates_and_verifies(string version)
    {
        await using (var file = File.OpenRead(Path.Combine(Stores, version + ".tar.gz")))
        await using (var packed = new GZipStream(file, CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(
                packed, folder.Root, overwriteFiles: false, TestContext.Current.CancellationToken);
        }

        var data = folder.At("data");
        foreach (var time in new[] { "first", "again" })
        {
            var said = await Said.ByAsync("verify", "--data", data, "--json");
            said.Status.ShouldBe(ExitStatus.Done, $"{time}: {said.Output} {said.Error}");
            said.Json.GetProperty("facts").GetInt64().ShouldBeGreaterThan(500);
            said.Json.GetProperty("documents").GetInt32().ShouldBeGreaterThan(100);
        }

        var taken = await Said.ByAsync("backup", folder.At("backup"), "--data", data, "--keys", folder.At("safe"));
        taken.Status.ShouldBe(ExitStatus.Done, taken.Error);
        var back = await Said.ByAsync(
            "restore", folder.At("backup"), "--data", folder.At("again"), "--keys", folder.At("safe"), "--json");
        back.Status.ShouldBe(ExitStatus.Done, back.Error);
    }

    public void Dispose() => folder.Dispose();
}
