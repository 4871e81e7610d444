using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Services.Tests.Archives;

/// <summary>What tests of archives do over and over.</summary>
internal static class Archiving
{
    public static Actor Clerk { get; } = CityWorld.Officer("clerk", null, "410105");

    public static async Task<(Outcome<ArchiveManifest> Outcome, byte[] Bytes)> ArchiveAsync(
        this CityHouse house, string number, Actor actor, bool open = true, string purpose = ExportCase.UsualPurpose)
    {
        using var target = new MemoryStream();
        var outcome = await house.Services.GetRequiredService<CaseArchives>().WriteAsync(
            new ExportCase(number, purpose, open, "https://city.example"), actor, target, CancellationToken.None);
        return (outcome, target.ToArray());
    }

    public static async Task NoticeAsync(this CityHouse house, string number)
    {
        var cases = house.Services.GetRequiredService<CaseDesk>();
        var state = (await cases.ReadAsync(number, Clerk, CancellationToken.None)).Value;
        (await cases.PerformAsync(
            number,
            new PerformAct(
                "request-correction", null, CityWorld.Answers(("points", new[] { "one" })), state.Version),
            Clerk, "notice", CancellationToken.None)).Value.Stage.ShouldBe("correction");
    }

    public static async Task<string> PersonAsync(this CityWorld world, string name)
    {
        var request = RegisterPerson.Of(
            world.Tags, name, IdentityScheme.CitizenId, "41010019900101001X", null, "410105001", PersonLevel.Verified);
        return (await world.Desk.RunAsync<RegisterPerson, Person>(
            "wang", request.Value, CityWorld.Officer("clerk"), world.Command(), CancellationToken.None)).Value.State.Id;
    }
}
