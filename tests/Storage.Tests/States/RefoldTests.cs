using Heluo.Storage.Sqlite;

namespace Heluo.Storage.Tests.States;

/// <summary>Folding everything anew says whether a document is what its facts give, and which is not.</summary>
public sealed class RefoldTests
{
    [Fact]
    public async Task A_store_nobody_touched_is_whole()
    {
        using var world = await LivedAsync();
        var found = (await world.Store.RefoldAsync(TestContext.Current.CancellationToken)).Value;
        found.Different.ShouldBeEmpty();
        (found.Facts, found.Documents).ShouldBe((world.Store.Head, 5));
    }

    [Fact]
    public async Task A_document_somebody_rewrote_is_named()
    {
        using var world = await LivedAsync();
        world.Close();
        using (var dialect = SqliteDialect.Open(new(world.Folder)).Value)
        {
            var row = (await dialect.DocumentAsync("account/a2"))!;
            var richer = (await dialect.DocumentAsync("account/a4"))!;
            dialect.Replace([row with { Body = richer.Body }]);
        }

        world.Reopen();
        var found = (await world.Store.RefoldAsync(TestContext.Current.CancellationToken)).Value;
        found.Different.ShouldBe(["account/a2"]);
    }

    [Fact]
    public async Task A_document_on_the_wrong_shelf_is_named()
    {
        using var world = await LivedAsync();
        world.Close();
        using (var dialect = SqliteDialect.Open(new(world.Folder)).Value)
        {
            dialect.Replace([(await dialect.DocumentAsync("account/a1"))! with { Shelf = "elsewhere" }]);
        }

        world.Reopen();
        (await world.Store.RefoldAsync(TestContext.Current.CancellationToken)).Value.Different
            .ShouldBe(["account/a1"]);
    }

    [Fact]
    public async Task What_was_last_seen_of_the_time_survives_and_a_store_that_has_stopped_notes_nothing()
    {
        using var world = new World();
        world.Store.SeenAt().ShouldBeNull();
        var seen = NodaTime.Instant.FromDateTimeOffset(world.Time.GetUtcNow());
        (await world.Store.NoteTimeAsync(seen)).ShouldBeNull();
        world.Time.Advance(TimeSpan.FromDays(3));
        world.Reopen();
        world.Store.SeenAt().ShouldBe(seen);
        world.Close();
        (await world.Store.NoteTimeAsync(seen))!.Code.ShouldBe("store.stopped");
    }

    private static async Task<World> LivedAsync()
    {
        var world = new World();
        for (var i = 0; i < 40; i++)
        {
            (await world.Pay($"a{i % 5}", i, $"c{i}", new('n', 500))).IsRefused.ShouldBeFalse();
        }

        return world;
    }
}
