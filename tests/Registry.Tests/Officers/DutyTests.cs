using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class DutyTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Only_the_system_administrator_records_and_only_the_security_administrator_grants()
    {
        Actor[] actors =
            [World.Security, World.Audit, World.Clerk, World.Resident("person/x"), Actor.Nobody];
        foreach (var actor in actors)
        {
            (await Appoint("li-na", new("Li Na"), actor)).Code().ShouldBe("officer.not_yours");
        }

        (await Appoint("li-na", new("Li Na"), World.System)).Code().ShouldBe("");
        Actor[] others =
            [World.System, World.Audit, World.Clerk, World.Resident("person/x"), Actor.Nobody];
        foreach (var actor in others)
        {
            (await Grant("li-na", World.Duty("clerk"), actor)).Code().ShouldBe("duty.not_yours");
        }

        (await Grant("li-na", World.Duty("clerk"), World.Security)).Code().ShouldBe("");
    }

    [Fact]
    public async Task Nobody_grants_themselves_a_duty()
    {
        await world.Officer("security-administrator");
        (await Grant("security-administrator", World.Duty("clerk"), World.Security)).Code().ShouldBe("duty.own");
    }

    [Fact]
    public async Task A_duty_names_what_the_city_has()
    {
        await world.Officer("li-na");
        var request = new GrantDuty("cook", "no-body", "999", World.Today.PlusDays(-1), World.Today.PlusDays(-2));
        (await Grant("li-na", request, World.Security)).Faults()
            .ShouldBe(["role.unknown", "agency.unknown", "area.unknown", "duty.past", "duty.dates"]);
        (await Grant("nobody", World.Duty("clerk"), World.Security)).Code().ShouldBe("officer.unknown");
    }

    [Fact]
    public async Task A_duty_is_held_from_its_first_day_until_the_day_before_its_end()
    {
        var tomorrow = World.Duty("clerk") with { From = World.Today.PlusDays(1), To = World.Today.PlusDays(2) };
        var li = await world.Officer("li-na", tomorrow);
        (await Roles(li)).ShouldBeEmpty();
        world.Wait(Duration.FromHours(16));
        (await Roles(li)).ShouldBe(["clerk"]);
        world.Wait(Duration.FromHours(24));
        (await Roles(li)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_ended_duty_gives_nothing_at_the_next_request()
    {
        var li = await world.Officer("li-na", World.Duty("clerk"), World.Duty("approver"));
        (await End("li-na", 1, World.Today, World.Security)).Code().ShouldBe("");
        (await Roles(li)).ShouldBe(["approver"]);
        (await End("li-na", 1, World.Today, World.Security)).Code().ShouldBe("duty.ended");
        (await End("li-na", 2, World.Today.PlusDays(-1), World.Security)).Code().ShouldBe("duty.past");
        (await End("li-na", 7, World.Today, World.Security)).Code().ShouldBe("duty.unknown");
        (await End("li-na", 2, World.Today, World.System)).Code().ShouldBe("duty.not_yours");
    }

    [Fact]
    public async Task A_duty_over_a_management_area_reaches_its_streets_and_no_others()
    {
        var li = await world.Officer("li-na", World.Duty("clerk", agency: null, area: "zhengdong"));
        var actor = (await world.Actors.OfAsync(li)).Value;
        actor.Holds("clerk", "any", Town.Ruyihu).ShouldBeTrue();
        actor.Holds("clerk", "any", Town.Jingbalu).ShouldBeFalse();
    }

    [Fact]
    public async Task A_duty_over_the_whole_city_reaches_every_street()
    {
        var li = await world.Officer("li-na", World.Duty("clerk", agency: null, area: Town.Root));
        (await world.Actors.OfAsync(li)).Value.Holds("clerk", "any", "410171003").ShouldBeTrue();
    }

    [Fact]
    public async Task One_natural_person_is_one_officer()
    {
        var tag = AppointOfficer.TagOf(world.Tags, IdentityScheme.CitizenId, World.ZhangNumber).Value;
        (await Appoint("one", new("One", IdentityTag: tag), World.System)).Code().ShouldBe("");
        (await Appoint("two", new("Two", IdentityTag: tag), World.System)).Code().ShouldBe("officer.number_taken");
        (await Appoint("one", new("One"), World.System)).Code().ShouldBe("officer.exists");
        AppointOfficer.TagOf(world.Tags, IdentityScheme.CitizenId, "410100199001010002").Code()
            .ShouldBe("id.check_digit");
    }

    [Theory]
    [InlineData("Li Na")]
    [InlineData("a")]
    [InlineData("-x")]
    [InlineData("a/b")]
    public async Task An_officers_id_is_plain(string id) =>
        (await Appoint(id, new("Li Na"), World.System)).Faults().ShouldBe(["officer.id"]);

    [Fact]
    public async Task Whom_the_registry_does_not_know_is_no_actor()
    {
        foreach (var holder in new[] { "officer/ghost", "person/ghost", "firm/x", "key/x", "house", "", "officer/" })
        {
            (await world.Actors.OfAsync(holder)).Code().ShouldBe("actor.unknown");
        }
    }

    private async Task<string[]> Roles(string officer) =>
        [.. (await world.Actors.OfAsync(officer)).Value.Duties.Select(duty => duty.Role)];

    private Task<Outcome<Done<Officer>>> Appoint(string key, AppointOfficer request, Actor actor) =>
        world.Run<AppointOfficer, Officer>(key, request, actor);

    private Task<Outcome<Done<Officer>>> Grant(string key, GrantDuty request, Actor actor) =>
        world.Run<GrantDuty, Officer>(key, request, actor);

    private Task<Outcome<Done<Officer>>> End(string key, int no, LocalDate to, Actor actor) =>
        world.Run<EndDuty, Officer>(key, new(no, to), actor);
}
