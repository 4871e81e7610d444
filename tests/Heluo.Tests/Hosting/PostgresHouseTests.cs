using Heluo.Cases;
using Heluo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Heluo.Tests;

/// <summary>A house whose journal lies in PostgreSQL, and two houses on one journal.</summary>
public sealed class PostgresHouseTests : IDisposable
{
    private readonly string schema = $"house_{Environment.ProcessId}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Server => Environment.GetEnvironmentVariable("HELUO_POSTGRES") is { Length: > 0 } address
        ? address
        : throw new InvalidOperationException(
            "HELUO_POSTGRES names no server: run ./test, or set it to what 'eng/postgres.sh start FOLDER' prints.");

    private (string, string) Address =>
        (House.StoreAddress, new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema }.ToString());

    [Fact]
    public async Task People_apply_and_clerks_decide_there_as_anywhere()
    {
        await using var city = await AccessCity.StartAsync(Address);
        await AccessCallers.MakeAsync(city);
        var records = await new AccessRecords(city).MakeAsync();

        File.Exists(Path.Combine(city.Data, "heluo.db")).ShouldBeFalse();
        var index = city.Services.GetRequiredService<CaseIndex>();
        index.Count.ShouldBe(records.Count(record => record is { Kind: "case", Owner: not "absent" }));
        var paper = records.First(record => record is { Kind: "case", Owner: "zhang" });
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{paper.Id}/papers/0");
        asked.Headers.Add("Cookie", await city.SessionAsync("person/zhang"));
        using var client = new HttpClient { BaseAddress = city.Address };
        using var answer = await client.SendAsync(asked, Ct);
        (await answer.Content.ReadAsByteArrayAsync(Ct)).ShouldBe(AccessRecords.Pdf);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2", "store.unreadable")]
    [InlineData("no such words", "store.address")]
    public async Task An_address_where_nothing_answers_is_refused_before_anything_is_served(string address, string code)
    {
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.Root);
        var overrides = new Dictionary<string, string?>(settings.Overrides) { [House.StoreAddress] = address };
        var started = await Running.StartAsync(settings with { Overrides = overrides }, Ct);
        started.Refusal!.Code.ShouldBe(code);
        started.Refusal.Sentence.ShouldNotContain("Password");
    }

    public void Dispose()
    {
        using var source = NpgsqlDataSource.Create(Server + ";Pooling=false");
        using var drop = source.CreateCommand($"DROP SCHEMA IF EXISTS \"{schema}\" CASCADE");
        drop.ExecuteNonQuery();
    }
}
