using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class RevokeAuthorizationTests : IDisposable
{
    private readonly World world = new();
    private string zhang = "";
    private string li = "";

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_revoked_authorisation_refuses_the_very_next_request()
    {
        await Granted();
        (await world.Actors.OfAsync(li, "mandate")).Value.OnBehalfOf.ShouldBe(zhang);
        (await Revoke(World.Resident(zhang))).Code().ShouldBe("");
        (await world.Actors.OfAsync(li, "mandate")).Code().ShouldBe("authorization.ended");
    }

    [Fact]
    public async Task It_is_revoked_by_principal_or_agent_and_looks_absent_to_everybody_else()
    {
        await Granted();
        var stranger = await world.Person("wang", World.WangNumber);
        Actor[] actors =
            [World.Resident(stranger), World.Clerk, World.System, World.Security, Actor.Nobody];
        foreach (var actor in actors)
        {
            (await Revoke(actor)).Code().ShouldBe("authorization.unknown");
        }

        (await Revoke(World.Resident(li))).Code().ShouldBe("");
        (await Revoke(World.Resident(zhang))).Code().ShouldBe("authorization.revoked");
    }

    [Fact]
    public async Task Nobody_acts_under_an_authorisation_of_somebody_else_or_none()
    {
        await Granted();
        (await world.Actors.OfAsync(zhang, "mandate")).Code().ShouldBe("authorization.not_yours");
        (await world.Actors.OfAsync(li, "no-such")).Code().ShouldBe("authorization.not_yours");
        (await world.Actors.OfAsync(li, "\u0001")).Code().ShouldBe("authorization.not_yours");
    }

    [Fact]
    public async Task It_begins_and_ends_with_the_citys_days()
    {
        await Granted(World.Today.PlusDays(1), World.Today.PlusDays(2));
        (await world.Actors.OfAsync(li, "mandate")).Code().ShouldBe("authorization.ended");
        world.Wait(Duration.FromHours(16));
        (await world.Actors.OfAsync(li, "mandate")).Code().ShouldBe("");
        world.Wait(Duration.FromHours(24));
        (await world.Actors.OfAsync(li, "mandate")).Code().ShouldBe("authorization.ended");
    }

    [Fact]
    public async Task An_agent_of_a_firm_cannot_put_out_its_representative()
    {
        await Granted();
        var key = await world.Firm(zhang);
        var firm = $"firm/{World.FirmCode}";
        (await world.Run<GrantAuthorization, Authorization>(
            "agent", new(firm, "li", [], [], World.Today, World.Today.PlusYears(1), Resting: key),
            World.Resident(zhang)))
            .Code().ShouldBe("");
        (await world.Run<RevokeAuthorization, Authorization>(key, new("agent"), World.Resident(li)))
            .Code().ShouldBe("authorization.unknown");
        (await world.Run<RevokeAuthorization, Authorization>("agent", new(key), World.Resident(zhang))).Code()
            .ShouldBe("");
    }

    [Fact]
    public async Task The_index_knows_both_sides_and_is_rebuilt_from_the_store()
    {
        var index = new AuthorizationIndex();
        await world.Store.FollowAsync(index);
        await Granted();
        index.Of(zhang).ShouldBe(["mandate"]);
        index.Of(li).ShouldBe(["mandate"]);
        index.Of("person/wang").ShouldBeEmpty();
        var later = new AuthorizationIndex();
        await world.Store.FollowAsync(later);
        later.Of(li).ShouldBe(["mandate"]);
    }

    private async Task Granted(LocalDate? from = null, LocalDate? to = null)
    {
        zhang = await world.Person("zhang", World.ZhangNumber);
        li = await world.Person("li", World.LiNumber, "李四");
        var request = new GrantAuthorization(
            zhang, "li", [], [], from ?? World.Today, to ?? World.Today.PlusYears(1));
        (await world.Run<GrantAuthorization, Authorization>("mandate", request, World.Resident(zhang))).Code()
            .ShouldBe("");
    }

    private Task<Outcome<Done<Authorization>>> Revoke(Actor actor) =>
        world.Run<RevokeAuthorization, Authorization>("mandate", new(), actor);
}
