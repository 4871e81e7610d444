using System.Globalization;
using System.Text;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Registry.Tests;

/// <summary>What an auditor finds in the access log: reads without a case, bulk look-ups, a year as a table.</summary>
public sealed class LookAuditTests : IDisposable
{
    private readonly World world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LookAudit Audit => new(world.Store, world.Looks);

    [Fact]
    public async Task A_read_at_work_without_a_case_is_flagged_and_ones_own_is_not()
    {
        await LookAsync(World.Clerk, "person/a", "SJ-1");
        await LookAsync(World.Clerk, "person/a", caseNumber: null);
        await LookAsync(World.Resident("person/a"), "person/a", caseNumber: null);
        var found = (await Audit.FindAsync("person/a", actor: null, caseNumber: null)).Value;
        found.Select(one => one.Flags.ToArray()).ShouldBe([[], [LookFlag.NoCase], []]);
    }

    [Fact]
    public async Task Many_people_within_an_hour_are_flagged_wherever_the_entry_is_found()
    {
        for (var i = 0; i <= LookWindow.Many; i++)
        {
            await LookAsync(World.Clerk, $"person/{i}", "SJ-1");
        }

        var last = $"person/{LookWindow.Many}";
        (await Audit.FindAsync(last, null, null)).Value.Single().Flags.ShouldBe([LookFlag.Bulk]);
        (await Audit.FindAsync("person/3", null, null)).Value.Single().Flags.ShouldBeEmpty();
        (await Audit.FindAsync(null, World.Clerk.Id, null)).Value[0].Flags.ShouldBe([LookFlag.Bulk]);
        (await Audit.FindAsync(null, null, "SJ-1")).Value.Count(one => !one.Flags.IsEmpty).ShouldBe(1);

        // The same people again are not more people; an hour later the count begins anew.
        world.Wait(Duration.FromHours(1));
        await LookAsync(World.Clerk, "person/x", "SJ-1");
        (await Audit.FindAsync("person/x", null, null)).Value.Single().Flags.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_walk_gives_each_opening_once_and_knows_the_hour_before()
    {
        for (var i = 0; i < LookWindow.Many; i++)
        {
            await LookAsync(World.Clerk, $"person/{i}", "SJ-1");
        }

        world.Wait(Duration.FromMinutes(30));
        var from = world.Clock.Now();
        await LookAsync(World.Clerk, "person/one-more", "SJ-1");
        world.Wait(Duration.FromMinutes(10));
        var until = world.Clock.Now();
        await LookAsync(World.Clerk, "person/later", "SJ-1");
        var walked = new List<AuditedLook>();
        (await Audit.WalkAsync(
            from, until,
            one =>
            {
                walked.Add(one);
                return ValueTask.FromResult(true);
            },
            Ct)).ShouldBeNull();
        var only = walked.ShouldHaveSingleItem();
        only.Look.Subjects.ShouldBe(["person/one-more"]);
        only.Flags.ShouldBe([LookFlag.Bulk]);
    }

    [Fact]
    public async Task Exactly_one_of_person_officer_and_case_is_asked_for()
    {
        (await Audit.FindAsync(null, null, null)).Code().ShouldBe("look.filter");
        (await Audit.FindAsync("person/a", "officer/b", null)).Code().ShouldBe("look.filter");
        (await Audit.FindAsync("person/nobody", null, null)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_year_is_taken_away_as_a_table_that_no_spreadsheet_runs()
    {
        await LookAsync(World.Clerk, "person/a", caseNumber: null);
        await LookAsync(World.Clerk, "person/b", "=1+2,\"x\"");
        world.Wait(Duration.FromDays(366));
        await LookAsync(World.Clerk, "person/next-year", "SJ-1");
        var lines = await TableAsync(2021);
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("time,actor,name,on behalf of,subjects,fields,purpose,case,flags");
        lines[1].ShouldBe("2021-01-04T08:00:00+08:00,officer/clerk,,,person/a,name,look-up,,no-case");
        lines[2].ShouldContain("\"'=1+2,\"\"x\"\"\"");
        (await TableAsync(2022)).Length.ShouldBe(2);
        (await TableAsync(2020)).Length.ShouldBe(1);
    }

    public void Dispose() => world.Dispose();

    private async Task<string[]> TableAsync(int year)
    {
        var roll = new OfficerRoll();
        await world.Store.FollowAsync(roll);
        var target = new MemoryStream();
        (await new LookTable(Audit, roll, Town.City).WriteAsync(year, target, Ct)).ShouldBeNull();
        return Encoding.UTF8.GetString(target.ToArray()).TrimStart('\ufeff').Split(
            "\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task LookAsync(Actor actor, string subject, string? caseNumber)
    {
        var look = new LogLook([subject], ["name"], "look-up", caseNumber) { Actor = actor.Id };
        (await world.Run<LogLook, LookLog>(LogLook.Of(subject), look, actor)).Refusal.ShouldBeNull(
            string.Create(CultureInfo.InvariantCulture, $"{subject}"));
    }
}
