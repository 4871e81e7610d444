using System.Net.Sockets;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Services;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

public sealed class ExportVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Beside_a_running_house_and_after_it_the_same_words_write_an_archive_that_verifies(bool demo)
    {
        string number;
        string key;
        await using (var house = await StartAsync(demo ? HouseMode.Demo : HouseMode.Serve))
        {
            number = await OpenAsync(house);
            key = folder.Write("city.pem", house.Services.GetRequiredService<DocumentKeys>().PublicPem);
            await WrittenAsync(number, "beside.zip", "--purpose", "court-order");
            var look = (await house.Services.GetRequiredService<Looks>().ForAsync(number)).Value.Single();
            look.Purpose.ShouldBe("court-order");
            look.Actor.ShouldStartWith("operator/");
        }

        await WrittenAsync(number, "after.zip");
        foreach (var file in new[] { "beside.zip", "after.zip" })
        {
            var found = await Said.ByAsync("export", "verify", folder.At(file), "--key", key, "--json");
            found.Status.ShouldBe(ExitStatus.Done, found.Error);
            found.Json.GetProperty("case").GetString().ShouldBe(number);
            found.Json.GetProperty("keyWasGiven").GetBoolean().ShouldBeTrue();
            found.Json.GetProperty("proven").GetInt32().ShouldBe(2);
        }
    }

    [Fact]
    public async Task An_archive_that_was_touched_is_refused_with_the_name_of_the_file_and_status_1()
    {
        await using var house = await StartAsync(HouseMode.Serve);
        var file = await WrittenAsync(await OpenAsync(house), "case.zip");
        using (var zip = System.IO.Compression.ZipFile.Open(file, System.IO.Compression.ZipArchiveMode.Update))
        {
            zip.GetEntry("case.json")!.Delete();
            await using var content = zip.CreateEntry("case.json").Open();
            content.Write("{}"u8);
        }

        var said = await Said.ByAsync("export", "verify", file);
        said.Status.ShouldBe(ExitStatus.Refused);
        said.Error.ShouldContain("archive.file_altered");
        said.Error.ShouldContain("case.json");
    }

    [Fact]
    public async Task With_sm2_sm3_and_sm4_an_archive_verifies_as_well_and_so_does_the_store()
    {
        await using var house = await StartAsync(HouseMode.Serve, House.StoreCrypto, "sm");
        var keys = house.Services.GetRequiredService<DocumentKeys>();
        keys.Algorithm.ShouldBe("SM2-SM3");
        var file = await WrittenAsync(await OpenAsync(house), "case.zip");
        var said = await Said.ByAsync(
            "export", "verify", file, "--key", folder.Write("city.pem", keys.PublicPem), "--json");
        said.Status.ShouldBe(ExitStatus.Done, said.Error);
        said.Json.GetProperty("proven").GetInt32().ShouldBe(2);
        (await Said.ByAsync("verify", "--data", folder.Root)).Status.ShouldBe(ExitStatus.Done);
    }

    [Fact]
    public async Task A_suite_of_another_name_is_refused() => (await Running.StartAsync(
        Settings(HouseMode.Serve, House.StoreCrypto, "rot13"), Ct)).Refusal!.Code.ShouldBe("store.crypto");

    [Fact]
    public async Task Left_sealed_nobody_looked()
    {
        await using var house = await StartAsync(HouseMode.Serve);
        var number = await OpenAsync(house);
        await WrittenAsync(number, "case.zip", "--sealed");
        (await house.Services.GetRequiredService<Looks>().ForAsync(number)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_by_code_and_leaves_nothing_behind()
    {
        await using (var house = await StartAsync(HouseMode.Serve))
        {
            var number = await OpenAsync(house);
            await RefusedAsync("case.unknown", ExitStatus.Refused, "nothing");
            await RefusedAsync("case.unknown", ExitStatus.Refused, "../../etc/passwd");
            await RefusedAsync("data.answers", ExitStatus.Refused, number, "--purpose", "For Fun!");
            await RefusedAsync("export.out", ExitStatus.Refused, number, "--out", folder.At("no/such/case.zip"));
            Directory.EnumerateFiles(folder.Root, "*.part").ShouldBeEmpty();
        }

        await RefusedAsync("case.unknown", ExitStatus.Refused, "nothing");
        File.Delete(folder.At("x.zip"));
        var none = await Said.ByAsync("export", "case", "x", "--data", folder.At("none"), "--out", folder.At("x.zip"));
        none.Status.ShouldBe(ExitStatus.Refused);
        none.Error.ShouldContain("store.absent");
        Directory.Exists(folder.At("none")).ShouldBeFalse();
        File.Exists(folder.At("x.zip")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_demo_that_is_still_being_made_is_left_alone()
    {
        folder.Write("heluo.db", "not yet");
        folder.Write("demo-clock", "making\n");
        await RefusedAsync("demo.making", ExitStatus.Unavailable, "x");
        File.ReadAllText(folder.At("heluo.db")).ShouldBe("not yet");
    }

    [Fact]
    public async Task What_is_no_file_is_refused_by_code()
    {
        (await Said.ByAsync("export", "verify", folder.At("none.zip"))).Error.ShouldContain("export.no_file");
        (await Said.ByAsync("export", "verify", folder.Root)).Error.ShouldContain("export.no_file");
        var text = folder.Write("text.zip", "nothing of the kind");
        (await Said.ByAsync("export", "verify", text)).Error.ShouldContain("archive.not_one");
        (await Said.ByAsync("export", "verify", text, "--key", folder.At("none.pem"))).Error
            .ShouldContain("export.no_file");
        (await Said.ByAsync("export", "verify", text, "--key", text)).Error.ShouldContain("archive.key_form");
    }

    [Fact]
    public async Task Only_the_owner_may_knock_and_nonsense_does_not_break_the_door()
    {
        await using var house = await StartAsync(HouseMode.Serve);
        var number = await OpenAsync(house);
        var door = folder.At("operator.sock");
        await KnockAsync(door, []);
        await KnockAsync(door, "\n"u8.ToArray());
        await KnockAsync(door, "[1,2]\n"u8.ToArray());
        await KnockAsync(door, "{\"number\":null}\n"u8.ToArray());
        await KnockAsync(door, [.. Enumerable.Repeat((byte)'x', 100_000)]);
        await WrittenAsync(number, "case.zip");
        File.GetUnixFileMode(door).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(folder.At("case.zip")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_door_left_over_from_a_killed_house_does_not_mislead()
    {
        string number;
        await using (var house = await StartAsync(HouseMode.Serve))
        {
            number = await OpenAsync(house);
        }

        folder.Write("operator.sock", "nobody listens here");
        await WrittenAsync(number, "case.zip");
        await using var again = await StartAsync(HouseMode.Serve);
        await WrittenAsync(number, "again.zip");
    }

    public void Dispose() => folder.Dispose();

    private async Task<Running> StartAsync(HouseMode mode, string setting = "-", string value = "") =>
        (await Running.StartAsync(Settings(mode, setting, value), Ct)).Value;

    private HouseSettings Settings(HouseMode mode, string setting, string value)
    {
        var settings = LiveHouse.Settings(mode, folder.Root);
        return settings with
        {
            At = mode == HouseMode.Demo ? "2021-01-04T09:00" : null,
            Overrides = new Dictionary<string, string?>(settings.Overrides) { [setting] = value },
        };
    }

    /// <summary>Opens a case in a house; its number.</summary>
    internal static async Task<string> OpenAsync(Running house)
    {
        var request = new OpenCase(
            "item", "food-business", "410105001", Answers(new
            {
                business_name = "A", credit_code = "91410100TTTTTT0112", responsible_person = "Very Secret",
                contact_phone = "037100000001", premises = "C", business_kind = "sales", area = 40,
                online_sales = false, self_owned = true, delivery = "electronic",
            }),
            "web");
        return (await house.Services.GetRequiredService<CaseDesk>().OpenAsync(
            request, new Actor("person/zhang", ActorKind.Resident, []), "open-1", Ct)).Value.Number;
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, JsonElement> Answers(object answers) =>
        System.Collections.Immutable.ImmutableDictionary.CreateRange(
            JsonSerializer.SerializeToElement(answers).EnumerateObject()
                .Select(one => KeyValuePair.Create(one.Name, one.Value)));

    private async Task<string> WrittenAsync(string number, string file, params string[] words)
    {
        var said = await Said.ByAsync(
            ["export", "case", number, "--data", folder.Root, "--out", folder.At(file), "--json", .. words]);
        said.Status.ShouldBe(ExitStatus.Done, said.Error);
        said.Json.GetProperty("file").GetString().ShouldBe(folder.At(file));
        return folder.At(file);
    }

    private async Task RefusedAsync(string code, int status, string number, params string[] words)
    {
        string[] target = words.Contains("--out") ? [] : ["--out", folder.At("x.zip")];
        var said = await Said.ByAsync(["export", "case", number, "--data", folder.Root, .. target, .. words]);
        said.Error.ShouldContain(code);
        said.Status.ShouldBe(status);
    }

    private static async Task KnockAsync(string door, byte[] words)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(door), Ct);
        try
        {
            await socket.SendAsync(words, Ct);
            socket.Shutdown(SocketShutdown.Send);
            await socket.ReceiveAsync(new byte[1], Ct);
        }
        catch (SocketException)
        {
            // the door closed first
        }
    }
}
