using Heluo.Cli;
using Heluo.Hosting;
using Microsoft.Data.Sqlite;

namespace Heluo.Tests;

/// <summary>The auditor's verbs: nothing was altered, and this fact stands there.</summary>
public sealed class ProvingVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beside_a_running_house_and_after_it_the_store_verifies_against_what_anybody_kept()
    {
        await LiveAsync();
        foreach (var words in new string[][]
                 {
                     [], ["--against", folder.At("kept.jsonl")],
                     ["--against", folder.At("kept.jsonl"), "--key", folder.At("journal.pem")],
                 })
        {
            var said = await Said.ByAsync(["verify", "--data", folder.Root, "--json", .. words]);
            said.Status.ShouldBe(ExitStatus.Done, said.Error);
            said.Json.GetProperty("facts").GetInt64().ShouldBePositive();
            said.Json.GetProperty("checkpoints").GetInt32().ShouldBePositive();
        }
    }

    [Theory]
    [InlineData("UPDATE fact SET body = replace(body, '4101', '4102') WHERE kind = 'case.opened'", "verify.altered")]
    [InlineData("DELETE FROM fact WHERE kind = 'case.opened'", "verify.missing")]
    [InlineData("DELETE FROM document WHERE stream LIKE 'case/%'", "verify.document")]
    [InlineData("UPDATE fact SET link = NULL, at = at + 1", "verify.rewritten")]
    [InlineData("DELETE FROM fact; DELETE FROM document", "verify.rolled_back")]
    public async Task What_was_altered_is_refused_by_name_with_status_1(string sql, string code)
    {
        await LiveAsync();
        await using (var store = new SqliteConnection($"Data Source={folder.At("heluo.db")};Pooling=false"))
        {
            store.Open();
            await using var alter = store.CreateCommand();
            alter.CommandText = sql;
            (await alter.ExecuteNonQueryAsync(Ct)).ShouldBePositive();
        }

        var said = await Said.ByAsync("verify", "--data", folder.Root, "--against", folder.At("kept.jsonl"));
        said.Error.ShouldContain(code);
        said.Status.ShouldNotBe(ExitStatus.Done);
    }

    [Fact]
    public async Task A_fact_is_proven_with_nothing_but_its_proof_and_the_key()
    {
        await LiveAsync();
        var proof = folder.At("proof.json");
        var taken = await Said.ByAsync("proof", "take", "1", "--data", folder.Root, "--out", proof, "--json");
        taken.Status.ShouldBe(ExitStatus.Done, taken.Error);
        var key = folder.At("journal.pem");
        var said = await Said.ByAsync("proof", "check", proof, "--key", key, "--json");
        said.Status.ShouldBe(ExitStatus.Done, said.Error);
        said.Json.GetProperty("position").GetInt64().ShouldBe(1);

        var text = await File.ReadAllTextAsync(proof, Ct);
        var touched = folder.Write(
            "touched.json", text.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));
        (await Said.ByAsync("proof", "check", touched, "--key", key)).Error.ShouldContain("proof.broken");
        var none = folder.Write("none.json", "{}");
        (await Said.ByAsync("proof", "check", none, "--key", key)).Error.ShouldContain("proof.form");
        (await Said.ByAsync("proof", "check", proof, "--key", proof)).Error.ShouldContain("verify.key_form");
        (await Said.ByAsync("proof", "take", "999999", "--data", folder.Root)).Error.ShouldContain("proof.no_fact");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_by_code()
    {
        await LiveAsync();
        (await Said.ByAsync("verify", "--data", folder.Root, "--against", folder.At("nowhere"))).Error
            .ShouldContain("export.no_file");
        var text = folder.Write("text", "nothing of the kind\n");
        (await Said.ByAsync("verify", "--data", folder.Root, "--against", text)).Error
            .ShouldContain("checkpoint.form");
        (await Said.ByAsync("verify", "--data", folder.Root, "--key", text)).Error.ShouldContain("verify.key_form");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A house lives a little; somebody outside keeps its checkpoint and its key.</summary>
    private async Task LiveAsync()
    {
        await using var house = (await Running.StartAsync(
            LiveHouse.Settings(HouseMode.Serve, folder.Root), Ct)).Value;
        await ExportVerbTests.OpenAsync(house);
        using var outside = new HttpClient { BaseAddress = house.Address };
        var checkpoint = await outside.GetStringAsync("/api/v1/journal/checkpoint", Ct);
        folder.Write("kept.jsonl", checkpoint + "\n");
        folder.Write("journal.pem", await outside.GetStringAsync("/api/v1/journal/key", Ct));
        (await Said.ByAsync("verify", "--data", folder.Root)).Error.ShouldBeEmpty();
    }
}
