using Heluo.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Tests;

public sealed class LeavesTests : IAsyncLifetime
{
    private Http.RegistryHouse house = null!;
    private Actor absent = null!;
    private Actor other = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Leaves Leaves => house.Services.GetRequiredService<Leaves>();

    public async ValueTask InitializeAsync()
    {
        house = await Http.RegistryHouse.StartAsync();
        var actors = house.Services.GetRequiredService<Actors>();
        absent = (await actors.OfAsync(await house.Officer("absent", "clerk", Town.Jinshui))).Value;
        other = (await actors.OfAsync(await house.Officer("other", "clerk", Town.Jinshui))).Value;
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_leave_is_seen_by_both_and_ended_by_whoever_is_away()
    {
        var (from, to) = (World.Today, World.Today.PlusDays(3));
        (await Leaves.CoverAsync(absent, other.Id, from, to, "command-1", Ct)).ShouldBeNull();
        (await Leaves.OfAsync(absent)).Value.Single().ShouldBe(new Leave(1, "absent", "other", from, to, Own: true));
        (await Leaves.OfAsync(other)).Value.Single().ShouldBe(new Leave(1, "absent", "other", from, to, Own: false));
        (await Leaves.EndAsync(other, 1, "command-2", Ct))!.Code.ShouldBe("cover.unknown");
        (await Leaves.EndAsync(absent, 1, "command-3", Ct)).ShouldBeNull();
        (await Leaves.OfAsync(other)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_covers_for_a_resident_or_by_one()
    {
        var (from, to) = (World.Today, World.Today.PlusDays(3));
        (await Leaves.CoverAsync(World.Resident("person/x"), other.Id, from, to, "command-1", Ct))!.Code
            .ShouldBe("officer.unknown");
        (await Leaves.CoverAsync(absent, "person/x", from, to, "command-2", Ct))!.Code.ShouldBe("officer.unknown");
        (await Leaves.OfAsync(World.Resident("person/x"))).Code().ShouldBe("officer.unknown");
    }
}
