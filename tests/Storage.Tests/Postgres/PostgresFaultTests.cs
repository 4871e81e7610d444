using Heluo.Storage.Postgres;

namespace Heluo.Storage.Tests.Postgres;

/// <summary>A server that says no, ends connections, has no room, or holds something else.</summary>
public sealed class PostgresFaultTests : IDisposable
{
    private readonly SchemaPlace place = new();

    [Fact]
    public async Task A_full_disk_refuses_what_comes_and_work_resumes_when_there_is_room()
    {
        using var world = new World(place: place);
        await world.Pay("a", 1, "c1");
        Trap("RAISE EXCEPTION 'no room' USING ERRCODE = '53100'");
        (await world.Pay("a", 1, "c2")).Refusal!.Code.ShouldBe("store.full");
        world.Store.Health.Ready.ShouldBeFalse();
        (await world.Load("a")).State.Amount.ShouldBe(1);
        place.Run("DROP TRIGGER trap ON fact");
        (await world.Pay("a", 1, "c2")).Value.Version.ShouldBe(2);
        world.Store.Health.Ready.ShouldBeTrue();
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task One_commit_that_the_server_refuses_takes_no_other_of_its_group_along()
    {
        using var world = new World(place: place);
        Trap("IF NEW.stream = 'account/bad' THEN RAISE EXCEPTION 'no'; END IF");
        var all = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => world.Pay(i % 5 == 0 ? "bad" : $"a{i}", 1, $"c{i}")));
        all.Select(one => one.Refusal?.Code)
            .ShouldBe(Enumerable.Range(0, 20).Select(i => i % 5 == 0 ? "store.failed" : null));
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task A_connection_ended_while_nobody_writes_is_opened_again()
    {
        using var world = new World(place: place);
        await world.Pay("a", 1, "c1");
        place.Run(Ending);
        (await world.Log()).Length.ShouldBe(1);
        place.Run(Ending);
        (await world.Pay("a", 1, "c2")).Value.Version.ShouldBe(2);
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task A_connection_ended_while_a_group_is_on_its_way_leaves_it_in_doubt_and_the_id_tells_afterwards()
    {
        using var world = new World(place: place);
        await world.Pay("a", 1, "c1");
        Trap("PERFORM pg_terminate_backend(pg_backend_pid())");
        (await world.Pay("a", 1, "c2")).Refusal!.Code.ShouldBe("store.in_doubt");
        world.Store.Stopped.IsCancellationRequested.ShouldBeTrue();
        (await world.Pay("a", 1, "c3")).Refusal!.Code.ShouldBe("store.stopped");
        place.Run("DROP TRIGGER trap ON fact");
        world.Reopen();
        (await world.Pay("a", 1, "c2")).Value.Version.ShouldBe(2);
        (await world.Pay("a", 1, "c2")).Value.Repeated.ShouldBeTrue();
        await world.ShouldBeWhole();
    }

    [Fact]
    public void A_schema_of_somebody_else_is_left_alone()
    {
        place.Run($"CREATE SCHEMA \"{place.Schema}\"; CREATE TABLE \"{place.Schema}\".cats (name text)");
        PostgresDialect.Open(place.Address).Refusal!.Code.ShouldBe("store.not_ours");
        place.Count($"SELECT count(*) FROM pg_tables WHERE schemaname = '{place.Schema}'").ShouldBe(1);
    }

    [Fact]
    public void A_store_of_a_newer_house_is_refused_by_name()
    {
        PostgresDialect.Open(place.Address).Value.Dispose();
        place.Run("UPDATE form SET version = 99");
        PostgresDialect.Open(place.Address).Refusal!.Code.ShouldBe("store.newer");
    }

    public void Dispose() => place.Dispose();

    // Only the connections of this test's own store: nobody else works in its schema.
    private string Ending => $"""
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND application_name = '{place.Schema}'
        """;

    private void Trap(string does) => place.Run($"""
        CREATE OR REPLACE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does}; RETURN NEW; END $$;
        CREATE TRIGGER trap BEFORE INSERT ON fact FOR EACH ROW EXECUTE FUNCTION trap()
        """);
}
