using System.Text;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry.Tests;

public sealed class RegisterPersonTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("410100199001010002", "id.check_digit")]
    [InlineData("4101001990010100", "id.length")]
    [InlineData("410100199013010005", "id.birth_date")]
    [InlineData("41010019900101000A", "id.format")]
    [InlineData("", "id.length")]
    public void A_wrong_number_is_refused_by_its_own_code_before_anything_is_looked_up(string number, string code)
    {
        var request = RegisterPerson.Of(
            world.Tags, "张三", IdentityScheme.CitizenId, number, null, Town.Jingbalu, PersonLevel.Verified);
        request.Code().ShouldBe(code);
        request.Refusal!.Faults.Single().Field.ShouldBe("number");
    }

    [Fact]
    public async Task A_number_that_slipped_past_the_door_is_refused_by_the_rule_too()
    {
        var forged = new RegisterPerson(
            "张三", IdentityScheme.CitizenId, "410100199001010002", "tag", null, Town.Jingbalu, PersonLevel.Verified);
        (await Register("a", forged, Actor.House)).Faults().ShouldBe(["identity.format"]);
    }

    [Fact]
    public async Task One_number_is_one_person_also_when_written_otherwise()
    {
        await world.Person("a", "41010019901010005X");
        var again = Request("41010019901010005x", "李四");
        var refused = await Register("b", again, Actor.House);
        refused.Code().ShouldBe("person.number_taken");
        refused.Refusal!.Values["person"].ShouldBe("person/a");
    }

    [Fact]
    public async Task Two_who_register_one_number_at_once_leave_one_person()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Register($"p{number}", Request(World.ZhangNumber, "张三"), Actor.House)));
        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        outcomes.Where(outcome => outcome.IsRefused)
            .ShouldAllBe(outcome => outcome.Refusal!.Code == "person.number_taken");
    }

    [Fact]
    public async Task An_officer_registers_the_people_of_their_area_alone()
    {
        (await Register("a", Request(World.ZhangNumber, area: Town.Zone), World.Clerk)).Code()
            .ShouldBe("person.not_yours");
        (await Register("a", Request(World.ZhangNumber), World.Clerk)).Code().ShouldBe("");
    }

    [Fact]
    public async Task Neither_administrator_nor_dispatcher_nor_resident_registers_anybody()
    {
        var dispatcher = new Actor("officer/d", ActorKind.Officer, [new Duty("dispatcher")]);
        foreach (var actor in new[] { World.System, World.Security, World.Audit, dispatcher, World.Resident(
            "person/x"), Actor.Nobody })
        {
            (await Register("a", Request(World.ZhangNumber), actor)).Code().ShouldBe("person.not_yours");
        }
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var request = RegisterPerson.Of(
            world.Tags, "  ", IdentityScheme.Passport, "E1234567", "call me", "999999", PersonLevel.Verified).Value;
        (await Register("a", request, Actor.House)).Faults().ShouldBe(["text.name", "text.phone", "area.unknown"]);
    }

    [Fact]
    public async Task Nothing_of_a_person_stands_readable_in_the_journal()
    {
        await world.Person("a", World.ZhangNumber, "张三丰");
        world.Close();
        var bytes = Directory.EnumerateFiles(Path.GetDirectoryName(Files().Single(file => file.EndsWith("heluo.db")))!)
            .SelectMany(Read).ToArray();
        foreach (var secret in new[] { "张三丰", World.ZhangNumber, "138 0000 1234" })
        {
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, secret);
        }
    }

    [Fact]
    public async Task A_person_is_found_by_number_and_by_nothing_else()
    {
        await world.Person("a", World.ZhangNumber);
        (await world.People.FindAsync(IdentityScheme.CitizenId, World.ZhangNumber)).Value.ShouldBe("person/a");
        (await world.People.FindAsync(IdentityScheme.CitizenId, World.LiNumber)).Value.ShouldBeNull();
        (await world.People.FindAsync(IdentityScheme.Other, World.ZhangNumber)).Value.ShouldBeNull();
        (await world.People.FindAsync(IdentityScheme.CitizenId, "410100199001010002")).Code()
            .ShouldBe("id.check_digit");
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories);

    private static byte[] Read(string file) =>
        file.EndsWith(".lock", StringComparison.Ordinal) ? [] : File.ReadAllBytes(file);

    private RegisterPerson Request(string number, string name = "张三", string area = Town.Jingbalu) => RegisterPerson.Of(
        world.Tags, name, IdentityScheme.CitizenId, number, null, area, PersonLevel.Verified).Value;

    private Task<Outcome<Done<Person>>> Register(string key, RegisterPerson request, Actor actor) =>
        world.Run<RegisterPerson, Person>(key, request, actor);
}
