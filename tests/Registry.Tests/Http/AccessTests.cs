using Heluo.Kernel;
using Heluo.Registry.Http;

namespace Heluo.Registry.Tests.Http;

public class AccessTests
{
    private static readonly Actor[] Everybody =
    [
        Actor.Nobody,
        Actor.House,
        new("person/a", ActorKind.Resident, []),
        new("officer/clerk", ActorKind.Officer, [new Duty("clerk")]),
        new("officer/idle", ActorKind.Officer, []),
        new("key/scoped", ActorKind.Machine, [new Duty("observations")]),
        new("key/bare", ActorKind.Machine, []),
        new("officer/system", ActorKind.Administrator, [new Duty("system-administrator")]),
        new("officer/security", ActorKind.Administrator, [new Duty("security-administrator")]),
        new("officer/audit", ActorKind.Administrator, [new Duty("audit-administrator")]),
    ];

    [Fact]
    public void Nobody_is_let_in_who_is_not_named()
    {
        Everybody.Count(new Access(Admission.None).Admits).ShouldBe(0);
        LetIn(Access.Resident).ShouldBe(["person/a"]);
        LetIn(Access.Officer()).ShouldBe(["officer/clerk", "officer/idle"]);
        LetIn(Access.Officer("clerk")).ShouldBe(["officer/clerk"]);
        LetIn(Access.Machine("observations")).ShouldBe(["key/scoped"]);
        LetIn(Access.Administrator(AdministratorKind.Audit)).ShouldBe(["officer/audit"]);
    }

    [Fact]
    public void The_house_itself_never_knocks_at_a_door() =>
        Access.SignedIn.Admits(Actor.House).ShouldBeFalse();

    [Fact]
    public void A_machine_is_not_a_human_being_and_a_public_door_is_open_to_all()
    {
        LetIn(Access.SignedIn).ShouldBe(
            ["person/a", "officer/clerk", "officer/idle", "officer/system", "officer/security", "officer/audit"]);
        Everybody.All(Access.Public.Admits).ShouldBeTrue();
    }

    [Fact]
    public void A_role_written_like_an_administrator_opens_nothing_for_an_officer()
    {
        var pretender = new Actor("officer/x", ActorKind.Officer, [new Duty("system-administrator")]);
        Access.Administrator(AdministratorKind.System).Admits(pretender).ShouldBeFalse();
        Access.Officer("clerk").Admits(pretender).ShouldBeFalse();
    }

    [Fact]
    public void Either_side_of_an_or_lets_in_and_nobody_else()
    {
        LetIn(Access.Resident | Access.Officer("clerk")).ShouldBe(["person/a", "officer/clerk"]);
        LetIn(Access.Officer("clerk") | Access.Resident).ShouldBe(["person/a", "officer/clerk"]);
        LetIn(Access.Officer("clerk") | Access.Officer()).ShouldBe(["officer/clerk", "officer/idle"]);
        LetIn(Access.Officer("approver") | Access.Officer("clerk") | Access.Machine("observations"))
            .ShouldBe(["officer/clerk", "key/scoped"]);
    }

    private static string[] LetIn(Access access) => [.. Everybody.Where(access.Admits).Select(one => one.Id)];
}
