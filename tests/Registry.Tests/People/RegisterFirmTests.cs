using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry.Tests;

public sealed class RegisterFirmTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("91410100TTTTTT0113", "credit_code.check_digit")]
    [InlineData("91410100TTTTTT0102", "credit_code.body_check")]
    [InlineData("91410100tttttt0112", "credit_code.format")]
    [InlineData("X", "credit_code.length")]
    public async Task A_credit_code_that_does_not_check_is_no_firm(string code, string fault)
    {
        await world.Person("a", World.ZhangNumber);
        (await Register(code, "a", Actor.House)).Faults().ShouldBe([fault]);
    }

    [Fact]
    public async Task Nobody_represents_a_firm_who_is_not_registered() =>
        (await Register(World.FirmCode, "ghost", Actor.House)).Faults().ShouldBe(["person.unknown"]);

    [Fact]
    public async Task A_firm_is_registered_once_and_by_an_officer_of_its_area()
    {
        await world.Person("a", World.ZhangNumber);
        var elsewhere = new Actor("officer/e", ActorKind.Officer, [new Duty("clerk", null, Town.Zone)]);
        (await Register(World.FirmCode, "a", elsewhere)).Code().ShouldBe("firm.not_yours");
        (await Register(World.FirmCode, "a", World.Clerk)).Code().ShouldBe("");
        (await Register(World.FirmCode, "a", World.Clerk)).Code().ShouldBe("firm.exists");
    }

    [Fact]
    public async Task Its_representative_may_act_for_it_in_everything_from_that_day()
    {
        var zhang = await world.Person("a", World.ZhangNumber);
        var key = await world.Firm(zhang);
        var actor = (await world.Actors.OfAsync(zhang, key)).Value;
        actor.OnBehalfOf.ShouldBe($"firm/{World.FirmCode}");
        actor.Subject.ShouldBe($"firm/{World.FirmCode}");
        actor.Authorization.ShouldBe("authorization/representing");
    }

    [Fact]
    public async Task The_representatives_name_is_sealed_under_the_person()
    {
        await world.Firm(await world.Person("a", World.ZhangNumber));
        var firm = (await world.People.FirmAsync($"firm/{World.FirmCode}")).Value;
        world.Store.Vault.OwnerOf(firm.RepresentativeName!).Value.ShouldBe(("person/a", "registration"));
    }

    private Task<Outcome<Done<Firm>>> Register(string code, string person, Actor actor) =>
        world.Run<RegisterFirm, Firm>(code, new("面馆", Town.Jinshui, person, "张三", world.Command()), actor);
}
