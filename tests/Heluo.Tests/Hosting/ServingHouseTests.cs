using System.Net;
using Heluo.Hosting;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>A house that serves has nothing of a demo.</summary>
public sealed class ServingHouseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_an_identity_provider_it_does_not_start_and_names_the_setting(string? authority)
    {
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.Root) with
        {
            Overrides = new Dictionary<string, string?> { [Demands.Authority] = authority },
        };
        var refusal = (await Running.StartAsync(settings, Ct)).Refusal!;
        refusal.Code.ShouldBe("host.no_identity_provider");
        refusal.Sentence.ShouldContain("HELUO_IDENTITY__AUTHORITY");
        File.Exists(folder.At("heluo.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task It_has_no_page_that_moves_time_and_no_endpoint_of_the_demo()
    {
        await using var house = await LiveHouse.StartAsync(HouseMode.Serve);
        (await house.Client.GetAsync("/demo/clock", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        AccessTable.Read(house.Services.GetRequiredService<EndpointDataSource>())
            .Where(endpoint => endpoint.Route.Contains("demo", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
        File.Exists(Path.Combine(house.Data, "demo-clock")).ShouldBeFalse();
    }

    [Fact]
    public async Task It_refuses_the_folder_of_a_demo()
    {
        using var folder = new TemporaryFolder();
        folder.Write("demo-clock", "00:00:00");
        (await Running.StartAsync(LiveHouse.Settings(HouseMode.Serve, folder.Root), Ct)).Refusal!.Code
            .ShouldBe("host.demo_data");
    }

    [Fact]
    public async Task It_lives_by_the_machines_clock()
    {
        await using var house = await LiveHouse.StartAsync(HouseMode.Serve);
        house.Services.GetRequiredService<TimeProvider>()
            .ShouldBe(LiveHouse.Settings(HouseMode.Serve, house.Data).Clock);
    }

    [Fact]
    public async Task A_folder_that_is_no_pack_is_refused_before_anything_is_opened()
    {
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.At("data")) with { City = folder.At("nowhere") };
        (await Running.StartAsync(settings, Ct)).Refusal!.Code.ShouldBe("host.no_pack");
        File.Exists(folder.At("data/heluo.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_faulty_pack_is_refused_with_all_its_faults()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "city/pack.yaml", "pack: city\nversion: 1.0\nname: {en: City}\nlanguages: [en]\nwings: 2\nfeet: 4\n");
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.At("data")) with { City = folder.At("city") };
        var refusal = (await Running.StartAsync(settings, Ct)).Refusal!;
        refusal.Code.ShouldBe("pack.faulty");
        refusal.Faults.Count(fault => fault.Code == "pack.unknown_key").ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_by_code()
    {
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.Root) with { Urls = "localhost:many" };
        (await Running.StartAsync(settings, Ct)).Refusal!.Code.ShouldBe("host.address");
    }
}
