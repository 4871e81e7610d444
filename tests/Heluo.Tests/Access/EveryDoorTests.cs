using System.Collections.Concurrent;
using Heluo.Cases;
using Heluo.Hosting;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>A city with everybody who knocks and everything that is knocked for, made once.</summary>
[CollectionDefinition(nameof(MatrixCity))]
public sealed class MatrixCity : IAsyncLifetime, ICollectionFixture<MatrixCity>
{
    internal AccessCity City { get; private set; } = null!;

    internal IReadOnlyList<AccessCaller> Callers { get; private set; } = [];

    internal IReadOnlyList<AccessRecord> Records { get; private set; } = [];

    internal AccessKnocker Knocker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        City = await AccessCity.StartAsync();
        Callers = await AccessCallers.MakeAsync(City);
        Records = await new AccessRecords(City).MakeAsync();
        Knocker = new AccessKnocker(City);
    }

    internal async Task SignInAgainAsync()
    {
        Callers = await AccessCallers.AgainAsync(City, Callers);
        Knocker.Dispose();
        Knocker = new AccessKnocker(City);
    }

    public async ValueTask DisposeAsync()
    {
        Knocker.Dispose();
        await City.DisposeAsync();
    }
}

/// <summary>
/// Every endpoint of a whole house, knocked at by every sort of caller for every record, against the table in
/// <c>doors.txt</c>: nobody gets in whom the table does not let in, and nobody learns what else there is.
/// </summary>
[Collection(nameof(MatrixCity))]
public sealed class EveryDoorTests(MatrixCity matrix, ITestOutputHelper output)
{
    private static readonly DoorTable Table = DoorTable.Read();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_the_house_stands_in_the_table_and_nothing_else_does()
    {
        var served = Routes(matrix.City.Services).ToHashSet(StringComparer.Ordinal);
        await using var demo = await LiveHouse.StartAsync(HouseMode.Demo);
        var all = Routes(demo.Services).ToHashSet(StringComparer.Ordinal);
        var written = Table.Doors.Select(door => $"{door.Method} {door.Route}").ToArray();
        written.ShouldBeUnique();
        all.Except(written).ShouldBeEmpty("a new route of the house: say in doors.txt who may enter");
        written.Except(all).ShouldBeEmpty("the house has no such route any more");
        all.Except(served).ShouldBe(["GET /demo/clock", "POST /demo/clock"], ignoreOrder: true);
    }

    [Fact]
    public void Every_name_in_the_table_is_somebody_and_every_record_of_it_was_made()
    {
        var known = matrix.Callers.Select(caller => caller.Name).Append("self").ToHashSet(StringComparer.Ordinal);
        Table.Doors.SelectMany(door => door.Who).Except(known).ShouldBeEmpty();
        matrix.Records.SelectMany(Table.Reach).Except(known).ShouldBeEmpty();
        matrix.Records.Where(record => record.Owner != "absent").Select(record => $"{record.Kind} {record.Owner}")
            .ShouldBe(Table.Records, ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_gets_in_whom_the_table_does_not_let_in_and_nobody_learns_what_else_there_is()
    {
        var wrong = new ConcurrentBag<string>();
        var told = new ConcurrentDictionary<(string Caller, Door Door, AccessRecord Record), (int, string)>();
        var tries = Tries().ToArray();
        await Parallel.ForEachAsync(
            tries,
            new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Ct },
            async (one, ct) =>
            {
                var (caller, door, record) = one;
                var answer = await matrix.Knocker.KnockAsync(caller, door, record, ct: ct);
                var admitted = Table.Admits(door, record, caller.Name);
                var entered = (!answer.IsRefused || answer.Code == "act.unknown") && answer.Status < 500;
                if (admitted ? !entered : !answer.IsRefused)
                {
                    wrong.Add($"{caller.Name} {door.Method} {AccessAddress.Of(door, record)} ({record?.Owner}) "
                        + $"{(admitted ? "should enter" : "should not")}: {answer.Status} {answer.Code}");
                }

                if (record is not null && !Table.Reach(record).Contains(caller.Name))
                {
                    told[(caller.Name, door, record)] = answer.Told;
                }
            });
        var none = matrix.Records.Where(record => record.Owner == "absent")
            .ToDictionary(record => record.Kind, StringComparer.Ordinal);
        foreach (var ((caller, door, record), answer) in told.Where(one => one.Key.Record.Owner != "absent"))
        {
            var absent = told[(caller, door, none[record.Kind])];
            if (answer != absent)
            {
                wrong.Add($"{caller} {door.Method} {door.Route} tells {record.Owner}'s {answer} from none {absent}");
            }
        }

        output.WriteLine($"{Table.Doors.Count} doors, {matrix.Callers.Count} callers, {matrix.Records.Count} records: "
            + $"{tries.Length} requests, {wrong.Count} wrong");
        wrong.Order(StringComparer.Ordinal).ShouldBeEmpty();
        tries.Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Whoever_enters_where_the_table_denies_it_is_seen()
    {
        var door = Table.Doors.Single(one => one is { Method: "GET", Route: "/api/v1/cases/{number}" });
        var record = matrix.Records.Single(one => one is { Kind: "case", Owner: "zhang" });
        var zhang = matrix.Callers.Single(caller => caller.Name == "zhang");
        (await matrix.Knocker.KnockAsync(zhang, door, record, ct: Ct)).IsRefused.ShouldBeFalse();
        Table.Admits(door with { Who = [] }, record, "zhang").ShouldBeFalse();
        Table.Admits(door, record with { Owner = "absent" }, "zhang").ShouldBeFalse();
    }

    [Fact]
    public async Task No_act_of_any_procedure_is_performed_on_a_case_that_is_not_theirs()
    {
        var record = matrix.Records.Single(one => one is { Kind: "case", Owner: "zhang" });
        var rules = matrix.City.Services.GetRequiredService<Rulebook>().Current;
        var acts = rules.Get(ProcedureKind.Kind).All
            .SelectMany(one => one.Versions[^1].Value.Acts).Select(act => act.Id)
            .Distinct(StringComparer.Ordinal).ToArray();
        acts.Length.ShouldBeGreaterThan(20);
        var door = Table.Doors.Single(one => one is { Method: "POST", Route: "/api/v1/cases/{number}/acts" });
        foreach (var caller in matrix.Callers.Where(one => !Table.Reach(record).Contains(one.Name)))
        {
            foreach (var act in acts)
            {
                var answer = await matrix.Knocker.KnockAsync(
                    caller, door with { Body = $"{{\"act\":\"{act}\",\"answers\":{{}}}}" }, record, ct: Ct);
                answer.IsRefused.ShouldBeTrue($"{caller.Name} {act}: {answer.Status} {answer.Code}");
            }
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_the_proof_that_this_house_drew_it()
    {
        var forms = Table.Doors.Where(door => door.IsForm && !door.Route.StartsWith("/demo/", StringComparison.Ordinal))
            .ToArray();
        forms.Length.ShouldBeGreaterThan(20);
        var wrong = new List<string>();
        foreach (var door in forms)
        {
            var record = matrix.Records.FirstOrDefault(one => one.Kind == door.Record);
            foreach (var caller in matrix.Callers)
            {
                var answer = await matrix.Knocker.KnockAsync(caller, door, record, withToken: false, ct: Ct);
                var expected = Table.Admits(door, record, caller.Name) ? answer.Code == "request.form_token"
                    : answer.IsRefused || answer.Code == "request.form_token";
                if (!expected)
                {
                    wrong.Add($"{caller.Name} {door.Route}: {answer.Status} {answer.Code}");
                }
            }
        }

        output.WriteLine($"{forms.Length} forms x {matrix.Callers.Count} callers without a token");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_change_is_taken_that_another_site_asks_a_browser_for()
    {
        var wrong = new List<string>();
        foreach (var door in Table.Doors.Where(door =>
            !door.Reads && door.Route.StartsWith("/api/", StringComparison.Ordinal)))
        {
            var record = matrix.Records.FirstOrDefault(one => one.Kind == door.Record);
            foreach (var caller in matrix.Callers.Where(one => one.Headers.All(it => it.Name != "Authorization")))
            {
                var lured = caller with { Headers = [.. caller.Headers, ("Sec-Fetch-Site", "cross-site")] };
                var answer = await matrix.Knocker.KnockAsync(lured, door, record, ct: Ct);
                if (!answer.IsRefused
                    || (Table.Admits(door, record, caller.Name) && answer.Code != "request.cross_site"))
                {
                    wrong.Add($"{caller.Name} {door.Method} {door.Route}: {answer.Status} {answer.Code}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_change_outside_the_api_demands_a_token() =>
        matrix.City.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(one => one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
                && !methods.All(method => method is "GET" or "HEAD")
                && !one.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .Where(one => one.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
            .Select(one => one.DisplayName).ShouldBeEmpty();

    // Whoever the table lets in only looks: what they may change is tried where its rule is tested.
    private IEnumerable<(AccessCaller Caller, Door Door, AccessRecord? Record)> Tries() =>
        from written in Table.Doors
        where !written.Route.StartsWith("/demo/", StringComparison.Ordinal)
        let door = written with { Route = Hashed(written.Route) }
        from caller in matrix.Callers
        from record in door.Record is { } kind
            ? matrix.Records.Where(one => one.Kind == kind).Cast<AccessRecord?>() : [null]
        where door.Reads || !Table.Admits(door, record, caller.Name)
        select (caller, door, record);

    private string Hashed(string route) => !route.Contains('#', StringComparison.Ordinal) ? route
        : AccessTable.Read(matrix.City.Services.GetRequiredService<EndpointDataSource>())
            .Single(one => DoorTable.Plain(one.Route) == route).Route;

    private static IEnumerable<string> Routes(IServiceProvider house) =>
        from door in AccessTable.Read(house.GetRequiredService<EndpointDataSource>())
        from method in door.Methods.DefaultIfEmpty("*")
        select $"{method} {DoorTable.Plain(door.Route)}";
}
