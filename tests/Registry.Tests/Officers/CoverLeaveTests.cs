using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class CoverLeaveTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Who_covers_holds_the_duties_for_those_days_and_no_longer()
    {
        var (_, other) = await Two();
        (await Cover(Days(1, 3), World.Security)).Code().ShouldBe("");
        (await Roles(other)).ShouldBe(["clerk"]);
        world.Wait(Duration.FromHours(16));
        (await Roles(other)).ShouldBe(["approver", "clerk"]);
        world.Wait(Duration.FromHours(48));
        (await Roles(other)).ShouldBe(["clerk"]);
    }

    [Fact]
    public async Task When_the_absent_officer_loses_the_duty_the_cover_has_lost_it_too()
    {
        var (_, other) = await Two();
        await Cover(Days(0, 30), World.Security);
        (await Roles(other)).ShouldBe(["approver", "clerk"]);
        await world.Run<EndDuty, Officer>("absent", new(1, World.Today), World.Security);
        (await Roles(other)).ShouldBe(["clerk"]);
    }

    [Fact]
    public async Task A_cover_ends_early_by_either_officer_and_by_nobody_else()
    {
        var (absent, other) = await Two();
        await Cover(Days(0, 30), World.Security);
        var third = new Actor(await world.Officer("third", World.Duty("approver")), ActorKind.Officer, []);
        (await EndCover(1, third)).Code().ShouldBe("cover.not_yours");
        (await EndCover(2, World.Security)).Code().ShouldBe("cover.unknown");
        (await EndCover(1, (await world.Actors.OfAsync(absent)).Value)).Code().ShouldBe("");
        (await Roles(other)).ShouldBe(["clerk"]);
    }

    [Fact]
    public async Task A_cover_is_never_covered_in_turn()
    {
        await Two();
        await Cover(Days(0, 30), World.Security);
        var third = await world.Officer("third");
        (await world.Run<CoverLeave, Officer>(
            "other", new("third", [], World.Today, World.Today.PlusDays(5)), World.Security)).Code().ShouldBe("");
        (await Roles(third)).ShouldBe(["clerk"]);
    }

    [Fact]
    public async Task An_officer_hands_their_own_duties_to_an_equal_alone()
    {
        var (absent, _) = await Two();
        var self = (await world.Actors.OfAsync(absent)).Value;
        (await Cover(Days(0, 5), self)).Code().ShouldBe("cover.not_yours");
        await world.Officer("equal", World.Duty("approver"));
        (await Cover(Days(0, 5) with { By = "equal" }, self)).Code().ShouldBe("");
        (await Cover(Days(0, 5) with { By = "equal" }, World.Clerk)).Code().ShouldBe("cover.not_yours");
        (await Cover(Days(0, 5) with { By = "equal" }, World.System)).Code().ShouldBe("cover.not_yours");
    }

    [Fact]
    public async Task Administrators_neither_cover_nor_are_covered()
    {
        await Two();
        await world.Officer("root", new GrantDuty("audit-administrator", null, null, World.Today));
        (await Cover(Days(0, 5) with { By = "root" }, World.Security)).Code().ShouldBe("cover.administrator_apart");
        (await world.Run<CoverLeave, Officer>(
            "root", new("other", [], World.Today, World.Today.PlusDays(5)), World.Security))
            .Code().ShouldBe("cover.administrator_apart");
    }

    [Fact]
    public async Task Who_covers_cannot_be_made_an_administrator_meanwhile()
    {
        await world.Officer("absent", World.Duty("approver"));
        await world.Officer("other");
        await Cover(Days(0, 30), World.Security);
        (await world.Run<GrantDuty, Officer>(
            "other", new("audit-administrator", null, null, World.Today), World.Security))
            .Code().ShouldBe("duty.administrator_apart");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        await Two();
        (await Cover(new("absent", [9], World.Today.PlusDays(-1), World.Today.PlusDays(200)), World.Security)).Faults()
            .ShouldBe(["cover.self", "cover.past", "cover.dates", "cover.duties"]);
    }

    [Fact]
    public async Task At_most_32_covers_stand_and_past_ones_make_room()
    {
        await Two();
        for (var i = 0; i < 32; i++)
        {
            (await Cover(Days(0, 1), World.Security)).Code().ShouldBe("");
        }

        (await Cover(Days(0, 1), World.Security)).Code().ShouldBe("cover.too_many");
        world.Wait(Duration.FromDays(2));
        (await Cover(Days(3, 4), World.Security)).Code().ShouldBe("");
    }

    private async Task<(string Absent, string Other)> Two() => (
        await world.Officer("absent", World.Duty("approver")), await world.Officer("other", World.Duty("clerk")));

    private static CoverLeave Days(int from, int to) =>
        new("other", [], World.Today.PlusDays(from), World.Today.PlusDays(to));

    private async Task<string[]> Roles(string officer) =>
        [.. (await world.Actors.OfAsync(officer)).Value.Duties.Select(duty => duty.Role).Order()];

    private Task<Outcome<Done<Officer>>> Cover(CoverLeave request, Actor actor) =>
        world.Run<CoverLeave, Officer>("absent", request, actor);

    private Task<Outcome<Done<Officer>>> EndCover(int no, Actor actor) =>
        world.Run<EndCover, Officer>("absent", new(no), actor);
}
