using Heluo.Kernel;
using NodaTime;

namespace Heluo.Registry.Tests;

public sealed class PersonalDataTests : IDisposable
{
    private readonly World world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Without_an_entry_in_the_log_nothing_is_opened()
    {
        using var full = new World(maxPages: 120);
        var zhang = (await full.People.PersonAsync(await full.Person("zhang", World.ZhangNumber))).Value;
        var refusal = "";
        for (var i = 0; i < 500 && refusal.Length == 0; i++)
        {
            refusal = (await full.Data.OpenAsync(
                World.Clerk, "handle-application", $"SJ-{i}", (PersonalField[])[new("name", zhang.Name!)], Ct)).Code();
        }

        refusal.ShouldBe("store.full");
    }

    [Fact]
    public async Task An_opening_says_who_whose_which_why_for_which_case_and_when()
    {
        var zhang = await Zhang();
        var opened = await Open(World.Clerk, "SJ-1", zhang);
        opened.Value.Text(0).ShouldBe("张三");
        opened.Value.Text(1).ShouldBe(World.ZhangNumber);
        var entry = (await world.Looks.OfAsync(zhang.Id)).Value.Single();
        entry.ShouldSatisfyAllConditions(
            () => entry.Actor.ShouldBe("officer/clerk"),
            () => entry.Subjects.ShouldBe([zhang.Id]),
            () => entry.Fields.ShouldBe(["name", "number"]),
            () => entry.Purpose.ShouldBe("handle-application"),
            () => entry.Case.ShouldBe("SJ-1"),
            () => entry.At.ShouldBe(world.Clock.Now()));
    }

    [Fact]
    public async Task Whose_it_is_is_told_by_the_key_not_by_the_caller()
    {
        var (zhang, li) = (await Zhang(), await Li());
        await world.Data.OpenAsync(World.Clerk, "handle-application", "SJ-1", [zhang.Name!, li.Name!], Ct);
        (await world.Looks.OfAsync(li.Id)).Value.Single().Subjects.ShouldBe([zhang.Id, li.Id]);
        (await world.Looks.OfAsync(zhang.Id)).Value.Single().Fields.ShouldBe(["registration", "registration"]);
    }

    [Fact]
    public async Task The_log_is_asked_by_person_by_officer_and_by_case()
    {
        var (zhang, li) = (await Zhang(), await Li());
        await Open(World.Clerk, "SJ-1", zhang);
        await Open(World.Clerk, "SJ-2", li);
        var other = World.Clerk with { Id = "officer/other" };
        await Open(other, "SJ-1", zhang);
        (await world.Looks.OfAsync(zhang.Id)).Value.Select(look => look.Actor)
            .ShouldBe(["officer/other", "officer/clerk"]);
        (await world.Looks.ByAsync("officer/clerk")).Value.Select(look => look.Case).ShouldBe(["SJ-2", "SJ-1"]);
        (await world.Looks.ForAsync("SJ-1")).Value.Length.ShouldBe(2);
        (await world.Looks.ForAsync("SJ-9")).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Administrators_strangers_and_the_idle_open_nothing()
    {
        var zhang = await Zhang();
        foreach (var actor in new[] { World.System, World.Security, World.Audit })
        {
            (await Open(actor, "SJ-1", zhang)).Code().ShouldBe("data.not_for_administrators");
        }

        (await Open(Actor.Nobody, "SJ-1", zhang)).Code().ShouldBe("data.sign_in_needed");
        (await Open(new("officer/idle", ActorKind.Officer, []), "SJ-1", zhang)).Code().ShouldBe("data.not_yours");
        (await Open(new("key/bare", ActorKind.Machine, []), "SJ-1", zhang)).Code().ShouldBe("data.not_yours");
        (await world.Looks.OfAsync(zhang.Id)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resident_opens_their_own_and_whom_they_stand_for()
    {
        var (zhang, li) = (await Zhang(), await Li());
        (await Open(World.Resident(li.Id), caseNumber: null, zhang)).Code().ShouldBe("data.not_yours");
        (await Open(World.Resident(zhang.Id), caseNumber: null, zhang)).Code().ShouldBe("");
        var standing = World.Resident(li.Id) with { OnBehalfOf = zhang.Id };
        (await Open(standing, caseNumber: null, zhang)).Code().ShouldBe("");
        (await world.Looks.OfAsync(zhang.Id)).Value[0].OnBehalfOf.ShouldBe(zhang.Id);
    }

    [Fact]
    public async Task Looking_at_ones_own_is_written_down_once_a_day_and_purpose()
    {
        var zhang = await Zhang();
        for (var i = 0; i < 3; i++)
        {
            await Open(World.Resident(zhang.Id), caseNumber: null, zhang);
        }

        (await world.Looks.OfAsync(zhang.Id)).Value.Length.ShouldBe(1);
        world.Wait(Duration.FromHours(24));
        await Open(World.Resident(zhang.Id), caseNumber: null, zhang);
        (await world.Looks.OfAsync(zhang.Id)).Value.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Every_look_of_an_officer_is_written_down()
    {
        var zhang = await Zhang();
        for (var i = 0; i < 3; i++)
        {
            await Open(World.Clerk, "SJ-1", zhang);
        }

        (await world.Looks.ByAsync(World.Clerk.Id)).Value.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Why_and_how_much_are_asked_before_anything_is_opened()
    {
        var zhang = await Zhang();
        PersonalField name = new("name", zhang.Name!);
        foreach (var purpose in new[] { "", "just looking", "x" })
        {
            (await world.Data.OpenAsync(World.Clerk, purpose, "SJ-1", [name], Ct)).Faults().ShouldBe(["data.purpose"]);
        }

        (await world.Data.OpenAsync(World.Clerk, "look-up", null, (PersonalField[])[], Ct)).Faults()
            .ShouldBe(["data.subjects", "data.fields"]);
        (await world.Data.OpenAsync(World.Clerk, "look-up", null, [.. Enumerable.Repeat(name, 101)], Ct)).Faults()
            .ShouldBe(["data.fields"]);
        (await world.Looks.OfAsync(zhang.Id)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Masks_are_shown_without_an_entry()
    {
        var zhang = await Zhang();
        world.Data.Masked(MaskKind.Name, zhang.Name).ShouldBe("张*");
        world.Data.Masked(MaskKind.Number, zhang.Number).ShouldBe("4101**********0001");
        world.Data.Masked(MaskKind.Phone, null).ShouldBe("***");
        (await world.Looks.OfAsync(zhang.Id)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_is_read_a_page_at_a_time_and_a_foreign_page_is_no_page()
    {
        var (zhang, li) = (await Zhang(), await Li());
        for (var i = 0; i < 5; i++)
        {
            await Open(World.Clerk, $"SJ-{i}", zhang);
            await Open(World.Clerk, $"SJ-{i}", li);
        }

        var first = (await world.Looks.OfAsync(zhang.Id, before: null, max: 2)).Value;
        var second = (await world.Looks.OfAsync(zhang.Id, first[^1].Position, max: 2)).Value;
        first.Concat(second).Select(look => look.Case).ShouldBe(["SJ-4", "SJ-3", "SJ-2", "SJ-1"]);
        var foreign = (await world.Looks.OfAsync(li.Id)).Value[0].Position;
        (await world.Looks.OfAsync(zhang.Id, foreign)).Code().ShouldBe("look.page");
    }

    [Fact]
    public async Task An_opening_stands_in_three_logs_by_one_commit()
    {
        var zhang = await Zhang();
        await Open(World.Clerk, "SJ-1", zhang);
        var facts = (await world.Log()).Where(fact => fact.Fact is DataOpened).ToArray();
        facts.Select(fact => fact.Stream).Order()
            .ShouldBe(["look/by/officer/clerk", "look/for/SJ-1", "look/of/person/zhang"]);
        facts.Select(fact => fact.Stamp.Command).Distinct().Count().ShouldBe(1);
    }

    private async Task<Person> Zhang() =>
        (await world.People.PersonAsync(await world.Person("zhang", World.ZhangNumber))).Value;

    private async Task<Person> Li() => (await world.People.PersonAsync(await world.Person("li", World.LiNumber, "李四")))
        .Value;

    private Task<Outcome<OpenedData>> Open(Actor actor, string? caseNumber, Person person) => world.Data.OpenAsync(
        actor,
        "handle-application",
        caseNumber,
        (PersonalField[])[new("name", person.Name!), new("number", person.Number!)],
        Ct);
}
