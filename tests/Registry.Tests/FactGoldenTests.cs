using Heluo.Storage;
using Heluo.TestKit;
using NodaTime;

namespace Heluo.Registry.Tests;

public class FactGoldenTests
{
    private static readonly LocalDate Day = new(2021, 1, 4);
    private static readonly Instant Moment = Instant.FromUtc(2021, 1, 4, 8, 0);

    [Fact]
    public void The_form_of_every_fact_is_kept_for_ever() => FactGolden.Faults(
        new FactCatalog().AddRegistry(),
        Path.Combine(Repository.Root, "tests", "Registry.Tests", "Golden"),
        new PersonRegistered(
            Plain("name"), IdentityScheme.CitizenId, Plain("number"), Plain("phone"),
            Town.Jingbalu, PersonLevel.Verified),
        new FirmRegistered("面馆", Town.Jinshui, "person/zhang", Plain("name")),
        new FirmRepresented("person/li", Plain("name")),
        new ErasureOrdered("person/zhang", ["handle-application"], "41010511420105"),
        new IdentityClaimed("person/zhang"),
        new AuthorizationGranted(
            "person/zhang", "person/li", AuthorizationBasis.Mandate,
            ["food-business"], ["objection"], Day, Day.PlusYears(1),
            "officer/clerk", "papers"),
        new AuthorizationRevoked("person/zhang"),
        new OfficerAppointed("李娜", "0012", Identified: true),
        new DutyGranted(new DutyTerm(1, "clerk", "jinshui-market", Town.Jinshui, Day, Day.PlusYears(1))),
        new DutyEnded(1, Day),
        new LeaveCovered(new LeaveCover(1, "officer/wang", [1, 2], Day, Day.PlusDays(5))),
        new CoverTaken(new CoverTask("officer/li-na", 1, Day.PlusDays(5)), Day),
        new CoverEnded(1, Day),
        new AdministratorNamed(AdministratorKind.Audit, "officer/eyes", 1, Day, Day.PlusYears(1)),
        new AdministratorLeft("officer/eyes", 1, Day),
        new AccountLinked("officer/li-na"),
        new AccountSwitched(Disabled: true),
        new AccountUnlocked(),
        new SignInFailed(5, Moment, Moment + Duration.FromMinutes(30)),
        new SignInCodeIssued("hash", Moment),
        new SignInCodeUsed(),
        new SessionOpened(new Session("s", Moment, Moment + Duration.FromHours(12), 2), ["old"]),
        new SessionsClosed(["s"]),
        new ApiKeyCreated(
            "gateway", "hash", [new KeyScope("reports.write", "jinshui-market", Town.Jinshui)], Moment, RateClass.Bulk),
        new ApiKeyRevoked(),
        new DataOpened(["person/zhang"], ["name"], "handle-application", "SJ-1", "person/li")).ShouldBeEmpty();

    private static Sealed Plain(string text) => Sealed.Of("person/zhang", "registration", text);
}
