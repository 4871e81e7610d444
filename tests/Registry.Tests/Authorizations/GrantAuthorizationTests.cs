using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class GrantAuthorizationTests : IDisposable
{
    private static readonly LocalDate Later = World.Today.PlusYears(1);
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Nobody_grants_for_somebody_else()
    {
        var (zhang, li) = await TwoPeople();
        var request = new GrantAuthorization(zhang, "li", [], [], World.Today, Later);
        foreach (var actor in new[] { World.Resident(li), World.System, World.Security, World.Audit, Actor.Nobody })
        {
            (await Grant(request, actor)).Code().ShouldBe("authorization.not_yours");
        }
    }

    [Fact]
    public async Task Standing_for_a_person_does_not_allow_to_hand_that_on()
    {
        var (zhang, li) = await TwoPeople();
        (await Grant(new(zhang, "li", [], [], World.Today, Later), World.Resident(zhang), "mandate")).Code()
            .ShouldBe("");
        await world.Person("wang", World.WangNumber);
        var standing = World.Resident(li) with { OnBehalfOf = zhang, Authorization = "authorization/mandate" };
        (await Grant(new(zhang, "wang", [], [], World.Today, Later, Resting: "mandate"), standing))
            .Code().ShouldBe("authorization.not_yours");
    }

    [Fact]
    public async Task A_firms_representative_hands_on_and_whom_they_named_does_not()
    {
        var (zhang, li) = await TwoPeople();
        var firm = $"firm/{World.FirmCode}";
        var resting = await world.Firm(zhang);
        var boss = World.Resident(zhang) with { OnBehalfOf = firm };
        (await Grant(new(firm, "li", [], [], World.Today, Later, Resting: resting), boss, "agent")).Code().ShouldBe("");
        await world.Person("wang", World.WangNumber);
        var agent = World.Resident(li) with { OnBehalfOf = firm };
        (await Grant(new(firm, "wang", [], [], World.Today, Later, Resting: "agent"), agent))
            .Code().ShouldBe("authorization.not_yours");
        (await Grant(new(firm, "wang", [], [], World.Today, Later, Resting: resting), agent))
            .Code().ShouldBe("authorization.not_yours");
    }

    [Fact]
    public async Task A_guardian_is_recorded_by_the_officer_of_the_wards_area_who_saw_the_papers()
    {
        var (zhang, _) = await TwoPeople();
        var elsewhere = new Actor("officer/e", ActorKind.Officer, [new Duty("clerk", null, Town.Zone)]);
        var request =
            new GrantAuthorization(zhang, "li", [], [], World.Today, To: null, Evidence: "birth certificate 12");
        (await Grant(request, elsewhere)).Code().ShouldBe("authorization.not_yours");
        (await Grant(request with { Evidence = null }, World.Clerk)).Faults().ShouldBe(["authorization.evidence"]);
        var granted = await Grant(request, World.Clerk, "guardian");
        granted.Value.State.Basis.ShouldBe(AuthorizationBasis.Guardian);
        granted.Value.State.To.ShouldBeNull();
    }

    [Fact]
    public async Task An_officer_records_guardians_of_people_never_agents_of_firms()
    {
        var (zhang, _) = await TwoPeople();
        await world.Firm(zhang);
        var request =
            new GrantAuthorization($"firm/{World.FirmCode}", "li", [], [], World.Today, Later, Evidence: "papers");
        (await Grant(request, World.Clerk)).Code().ShouldBe("authorization.not_yours");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var (zhang, _) = await TwoPeople();
        ImmutableArray<string> strange = ["Not An Id"];
        var request = new GrantAuthorization(
            zhang, "zhang", strange, [.. Enumerable.Repeat("a-b", 51)],
            World.Today.PlusDays(-1), World.Today.PlusDays(-2));
        (await Grant(request, World.Resident(zhang))).Faults().ShouldBe(
        [
            "authorization.self", "authorization.scope", "authorization.scope",
            "authorization.past", "authorization.dates",
        ]);
        (await Grant(new(zhang, "ghost", [], [], World.Today, null), World.Resident(zhang))).Faults()
            .ShouldBe(["person.unknown", "authorization.too_long"]);
    }

    [Fact]
    public async Task For_whom_there_is_nobody_nothing_is_granted()
    {
        await TwoPeople();
        foreach (var nobody in new[] { "person/ghost", "firm/91410100TTTTTT02XR", "officer/li", "", "person/" })
        {
            (await Grant(new(nobody, "li", [], [], World.Today, Later), Actor.House))
                .Code().ShouldBe("authorization.principal_unknown");
        }
    }

    [Fact]
    public async Task A_scope_covers_what_it_names_and_an_empty_one_everything()
    {
        var (zhang, _) = await TwoPeople();
        var scoped = (await Grant(
            new(zhang, "li", ["food-business"], ["objection"], World.Today, Later),
            World.Resident(zhang), "s")).Value.State;
        scoped.Covers("food-business", "licensing").ShouldBeTrue();
        scoped.Covers("bus-card", "licensing").ShouldBeFalse();
        scoped.Covers(item: null, "objection").ShouldBeTrue();
        scoped.Covers(item: null, procedure: null).ShouldBeFalse();
        var whole = (await Grant(new(zhang, "li", [], [], World.Today, Later), World.Resident(zhang), "w")).Value.State;
        whole.Covers("bus-card", "licensing").ShouldBeTrue();
    }

    private async Task<(string Zhang, string Li)> TwoPeople() =>
        (await world.Person("zhang", World.ZhangNumber), await world.Person("li", World.LiNumber, "李四"));

    private Task<Outcome<Done<Authorization>>> Grant(GrantAuthorization request, Actor actor, string? key = null) =>
        world.Run<GrantAuthorization, Authorization>(key ?? world.Command(), request, actor);
}
