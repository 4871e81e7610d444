using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Services;
using Heluo.TestKit;

namespace Heluo.Simulation.Tests;

public class DemoCityTests
{
    private static readonly Lazy<PackSet> Packs = new(() =>
        CityWorld.Reader.AddDemo().Load(Repository.Pack("zhengzhou")).ToOutcome().Value);

    private static async Task<(CityWorld World, DemoMade Made)> MadeAsync(int seed)
    {
        var world = await CityWorld.AtAsync("2026-01-05T08:00", Packs.Value);
        var town = new Town(
            Packs.Value, world.Directory, world.Desk, world.Tags, world.SignIn, world.First, world.Actors, world.Cases,
            world.Index, world.Drafts, world.Rules, world.Timers, world.Clock)
        {
            MoveTo = at => world.Clock.SetUtcNow(at.ToDateTimeOffset()),
        };
        var made = await DemoCity.MakeAsync(
            town, new DemoSize(45, 90, 40), seed, world.InstantOf("2026-02-09T10:00"), CancellationToken.None);
        return (world, made.Value);
    }

    [Fact]
    public void Every_question_that_takes_a_text_has_words_of_its_own()
    {
        var sayings = Packs.Value.Get(DemoKinds.Saying);
        var forms = Packs.Value.Get(ItemKind.Kind).All
            .SelectMany(item => item.Versions).Select(version => (Act: "", version.Value.Form))
            .Concat(Packs.Value.Get(ProcedureKind.Kind).All.SelectMany(one => one.Versions)
                .SelectMany(version => version.Value.Acts).Select(act => (Act: act.Id, act.Form)));
        var speechless =
            from one in forms
            from field in one.Form
            where field.Type is FieldType.Text or FieldType.Lines && field.Personal is null
            let name = field.Name.Replace('_', '-')
            where sayings.Find($"{one.Act}-{name}") is null && sayings.Find(name) is null
            select $"{one.Act} {name}";
        speechless.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_demo_city_has_cases_in_every_walk_of_life_and_hardly_a_refusal()
    {
        var (world, made) = await MadeAsync(1);
        await using var closing = world;
        made.Cases.ShouldBeGreaterThan(110);
        made.Refused.Values.Sum().ShouldBeLessThan(10, string.Join(", ", made.Refused));
        var stages = world.Index.Where(_ => true, 1000).Select(row => row.Stage).ToHashSet();
        stages.ShouldBeSubsetOf(stages);
        foreach (var stage in new[] { "received", "review", "concluded", "delivered", "closed" })
        {
            stages.ShouldContain(stage);
        }

        var clerk = (await world.Actors.OfAsync("officer/li-na")).Value;
        Inbox.Of(world.Index, clerk).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_document_and_every_list_of_a_life_is_what_its_facts_give()
    {
        var (world, made) = await MadeAsync(3);
        await using var closing = world;
        var found = (await world.Store.RefoldAsync(CancellationToken.None)).Value;
        found.Different.ShouldBeEmpty();
        found.Facts.ShouldBe(world.Store.Head);
        found.Documents.ShouldBeGreaterThan(made.Cases);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{made.Cases} cases, {found.Documents} documents and {found.Facts} facts folded anew");

        var rebuilt = new CaseIndex(world.Rules);
        await world.Store.FollowAsync(rebuilt);
        Lists(rebuilt, world).ShouldBe(Lists(world.Index, world));
        var live = Lists(world.Index, world);
        await world.RestartAsync();
        Lists(world.Index, world).ShouldBe(live);
    }

    // Rows, parties, desks in their order, and the wheel far into the future.
    private static string[] Lists(CaseIndex index, CityWorld world)
    {
        var rows = index.Where(_ => true, 10_000).OrderBy(row => row.Key, StringComparer.Ordinal).ToArray();
        return
        [
            .. rows.Select(row => Json(row)),
            .. rows.Select(row => index.Find(row.Number)!),
            .. rows.SelectMany(row => row.Parties).Distinct().Order(StringComparer.Ordinal).Select(
                party => $"{party}: {string.Join(' ', index.OfParty(party).Select(row => row.Number).Order())}"),
            .. rows.SelectMany(row => row.Desks).Select(desk => new Duty(desk.Role, desk.Agency)).Distinct()
                .OrderBy(duty => $"{duty.Role} {duty.Agency}", StringComparer.Ordinal).Select(
                    duty => $"{duty}: {string.Join(' ', Desk(index, duty))}"),
            .. index.DueBy(world.Clock.Now() + NodaTime.Duration.FromDays(300), 10_000)
                .Select(turn => $"{turn.Case} {turn.Clock} {turn.Turn} {turn.Pause}"),
        ];
    }

    private static IEnumerable<string> Desk(CaseIndex index, Duty duty) => Inbox.Of(
        index, new Actor("officer/x", ActorKind.Officer, [duty]), everybody: true)
        .Select(row => $"{row.Case.Number}/{row.Desk.Step}");

    private static string Json(CaseRow row) => string.Join(
        ' ', row.Key, row.Number, row.Stage, row.StageName?.In("en"), row.Area, row.Agency, row.OpenedAt, row.End,
        row.DueAt, row.Light?.Id, row.Light?.StartedAt, row.Light?.Pauses.Length, row.Warn,
        string.Join(',', row.Desks), string.Join(',', row.Parties.Order(StringComparer.Ordinal)));

    [Fact]
    public async Task The_same_seed_lives_the_same_life()
    {
        var (one, _) = await MadeAsync(7);
        await using var closing = one;
        var (other, _) = await MadeAsync(7);
        await using var closingOther = other;
        Lives(other).ShouldBe(Lives(one));
    }

    private static string[] Lives(CityWorld world) =>
    [
        .. world.Index.Where(_ => true, 1000).Select(row => $"{row.Number} {row.Stage} {row.OpenedAt}")
            .Order(StringComparer.Ordinal),
    ];
}
