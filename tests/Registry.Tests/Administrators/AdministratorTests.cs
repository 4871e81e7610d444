using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry.Tests;

public sealed class AdministratorTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task No_officer_is_two_administrators()
    {
        foreach (var first in AdministratorKinds.All)
        {
            var key = $"officer-{first.Role()}";
            await world.Officer(key, Seat(first));
            foreach (var second in AdministratorKinds.All)
            {
                (await Grant(key, Seat(second), World.Security)).Code().ShouldBe("duty.administrator_apart");
                (await Grant(key, Seat(second), Actor.House)).Code().ShouldBe("duty.administrator_apart");
            }
        }
    }

    [Fact]
    public async Task No_administrator_holds_another_duty_beside_and_no_officer_on_duty_becomes_one()
    {
        await world.Officer("root", Seat(AdministratorKind.Audit));
        (await Grant("root", World.Duty("clerk"), World.Security)).Code().ShouldBe("duty.administrator_apart");
        await world.Officer("clerk", World.Duty("clerk"));
        (await Grant("clerk", Seat(AdministratorKind.Audit), World.Security)).Code()
            .ShouldBe("duty.administrator_apart");
        var tomorrow = World.Duty("clerk") with { From = World.Today.PlusDays(1) };
        await world.Officer("soon", tomorrow);
        (await Grant("soon", Seat(AdministratorKind.Audit), World.Security)).Code()
            .ShouldBe("duty.administrator_apart");
    }

    [Fact]
    public async Task No_natural_person_becomes_two_administrators_as_two_officers()
    {
        await world.Run<AppointOfficer, Officer>("unidentified", new("X"), World.System);
        (await Grant("unidentified", Seat(AdministratorKind.Audit), World.Security)).Code()
            .ShouldBe("duty.identity_needed");
    }

    [Fact]
    public async Task Once_the_seat_is_left_the_officer_may_take_another_duty()
    {
        await world.Officer("root", Seat(AdministratorKind.Audit));
        (await world.Run<EndDuty, Officer>("root", new(1, World.Today), World.Security)).Code().ShouldBe("");
        (await Grant("root", World.Duty("clerk"), World.Security)).Code().ShouldBe("");
    }

    [Fact]
    public async Task An_administrator_in_session_has_one_role_and_no_reach_into_cases()
    {
        var id = await world.Officer("root", Seat(AdministratorKind.Security));
        var actor = (await world.Actors.OfAsync(id)).Value;
        actor.Kind.ShouldBe(ActorKind.Administrator);
        actor.Duties.ShouldBe([new Duty("security-administrator")]);
    }

    [Fact]
    public async Task The_first_administrator_is_made_once()
    {
        var code = await world.First.WithCodeAsync("first", "First");
        code.Value.ShouldStartWith("first.");
        (await world.First.WithCodeAsync("second", "Second")).Code().ShouldBe("administrator.exists");
        (await world.First.WithLoginAsync("second", "Second", "https://idp", "s")).Code()
            .ShouldBe("administrator.exists");
        var actor = (await world.Actors.OfAsync("officer/first")).Value;
        actor.Duties.ShouldBe([new Duty("system-administrator")]);
    }

    [Fact]
    public async Task Twenty_who_begin_at_once_leave_one_first_administrator()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            world.First.WithCodeAsync($"first-{number}", "First")));
        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_administrator_signs_in_with_a_providers_login_when_told_so()
    {
        (await world.First.WithLoginAsync("first", "First", "https://idp", "subject")).Value.ShouldBe("officer/first");
        var signedIn =
            await world.SignIn.ByProviderAsync("https://idp", "subject", 1, TestContext.Current.CancellationToken);
        signedIn.Value.Holder.ShouldBe("officer/first");
    }

    [Fact]
    public async Task The_system_administrator_calls_the_first_of_the_others_and_no_second()
    {
        await world.First.WithCodeAsync("first", "First");
        var first = (await world.Actors.OfAsync("officer/first")).Value;
        foreach (var key in new[] { "safe", "eyes", "more" })
        {
            var tag = AppointOfficer.TagOf(world.Tags, IdentityScheme.Other, $"no-{key}").Value;
            (await world.Run<AppointOfficer, Officer>(key, new(key, IdentityTag: tag), first)).Code().ShouldBe("");
        }

        (await Grant("safe", World.Duty("clerk"), first)).Code().ShouldBe("duty.not_yours");
        (await Grant("more", Seat(AdministratorKind.System), first)).Code().ShouldBe("duty.not_yours");
        (await Grant("safe", Seat(AdministratorKind.Security), first)).Code().ShouldBe("");
        (await Grant("eyes", Seat(AdministratorKind.Audit), first)).Code().ShouldBe("");
        (await Grant("more", Seat(AdministratorKind.Security), first)).Code().ShouldBe("duty.not_yours");
        (await Grant("more", Seat(AdministratorKind.Audit), first)).Code().ShouldBe("duty.not_yours");
    }

    [Fact]
    public async Task The_last_security_administrator_stays()
    {
        await world.Officer("safe", Seat(AdministratorKind.Security));
        (await End("safe", Actor.House)).Code().ShouldBe("duty.last_security");
        await world.Officer("other", Seat(AdministratorKind.Security) with { From = World.Today.PlusDays(1) });
        (await End("safe", Actor.House)).Code().ShouldBe("duty.last_security");
        await world.Officer("third", Seat(AdministratorKind.Security));
        (await End("safe", Actor.House)).Code().ShouldBe("");
    }

    [Fact]
    public async Task An_administrator_serves_the_whole_city()
    {
        await world.Officer("root");
        (await Grant("root", Seat(AdministratorKind.Audit) with { Area = Town.Jinshui }, World.Security)).Faults()
            .ShouldBe(["duty.administrator_everywhere"]);
    }

    private static GrantDuty Seat(AdministratorKind kind) => new(kind.Role(), Agency: null, Area: null, World.Today);

    private Task<Outcome<Done<Officer>>> Grant(string key, GrantDuty request, Actor actor) =>
        world.Run<GrantDuty, Officer>(key, request, actor);

    private Task<Outcome<Done<Officer>>> End(string key, Actor actor) =>
        world.Run<EndDuty, Officer>(key, new(1, World.Today), actor);
}
