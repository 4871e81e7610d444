using Heluo.Storage.Sqlite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class OpeningTests
{
    [Fact]
    public void A_second_owner_is_refused_in_one_sentence()
    {
        using var world = new World();
        var refusal = world.TryOpen().Refusal!;
        refusal.Code.ShouldBe("store.in_use");
        refusal.Sentence.Count(letter => letter == '.')
            .ShouldBeLessThanOrEqualTo(1 + world.Folder.Count(letter => letter == '.'));
        world.Close();
        using var again = world.TryOpen().Value;
        again.Head.ShouldBe(0);
    }

    [Theory]
    [InlineData("heluo.db")]
    [InlineData("keys/keys.db")]
    public void A_newer_file_is_refused_by_name(string name)
    {
        using var world = new World();
        world.Close();
        Change(world, name, "PRAGMA user_version = 99");
        var refusal = world.TryOpen().Refusal!;
        refusal.Code.ShouldBe("store.newer");
        refusal.Sentence.ShouldContain("schema 99");
        world.TryOpen().Refusal!.Code.ShouldBe("store.newer", "the lock was given back");
    }

    [Theory]
    [InlineData("heluo.db")]
    [InlineData("keys/keys.db")]
    public void A_foreign_file_is_refused_and_left_as_it_is(string name)
    {
        using var world = new World();
        world.Close();
        File.Delete(Path.Combine(world.Folder, name));
        Change(world, name, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
        world.TryOpen().Refusal!.Code.ShouldBe("store.not_ours");
        using var file = Database.Open(Path.Combine(world.Folder, name));
        file.Number("SELECT count(*) FROM sqlite_schema").ShouldBe(1);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        using var world = new World();
        world.Close();
        File.WriteAllText(Path.Combine(world.Folder, "heluo.db"), new string('x', 5000));
        world.TryOpen().Refusal!.Code.ShouldBe("store.corrupt");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["file"], "");
        Store.Open(new(scratch["file"]), World.Catalog(), TimeProvider.System).Refusal!.Code
            .ShouldBe("store.unreadable");
        Store.Open(new(scratch["file/below"]), World.Catalog(), TimeProvider.System).Refusal!.Code
            .ShouldBe("store.unreadable");
    }

    [Fact]
    public void All_wrong_options_are_named_at_once()
    {
        using var scratch = new Scratch();
        var wrong = new StoreOptions(scratch.Folder)
        {
            PageSize = 1000, CommandHours = 0, Commands = 0, BlobBytes = 0, StateCacheBytes = -1, CheckpointBytes = 1,
            PageCacheBytes = 1,
        };
        var refusal = Store.Open(wrong, World.Catalog(), TimeProvider.System).Refusal!;
        refusal.Code.ShouldBe("store.options");
        refusal.Faults.Select(fault => fault.Field).ShouldBe(
            ["StateCacheBytes", "PageCacheBytes", "CheckpointBytes", "PageSize", "CommandHours", "Commands",
            "BlobBytes"]);
    }

    [Fact]
    public async Task A_damaged_document_is_refused_by_name_and_never_guessed()
    {
        using var world = new World();
        await world.Pay("a", 5, "c1");
        world.Close();
        Change(world, "heluo.db", """UPDATE document SET body = CAST('{"key":"a","amount":5}' AS BLOB)""");
        world.Reopen();
        var refusal = (await world.Store.LoadAsync<Account>("a")).Refusal!;
        refusal.Code.ShouldBe("store.corrupt");
        refusal.Sentence.ShouldContain("account/a");
        (await world.Pay("a", 1, "c2")).Refusal!.Code.ShouldBe("store.corrupt");
        (await world.Store.ReadShelfAsync<Account>(null)).Refusal!.Code.ShouldBe("store.corrupt");
        (await world.Pay("b", 1, "c3")).IsRefused.ShouldBeFalse("the others are whole");
    }

    [Theory]
    [InlineData("UPDATE fact SET kind = 'account.burnt'", "fact.unknown")]
    [InlineData("UPDATE fact SET kind = 'account.paid@9'", "fact.newer")]
    [InlineData("UPDATE fact SET body = 'x'", "store.corrupt")]
    [InlineData("UPDATE fact SET prev = position", "store.corrupt")]
    [InlineData("UPDATE fact SET stream = 'account/b'", "store.corrupt")]
    [InlineData("DELETE FROM fact", "store.corrupt")]
    public async Task A_damaged_fact_is_refused_by_name(string change, string code)
    {
        using var world = new World();
        await world.Pay("a", 5, "c1");
        world.Close();
        Change(world, "heluo.db", change);
        world.Reopen();
        (await world.Store.ReadFactsAsync<Account>("a")).Refusal!.Code.ShouldBe(code);
    }

    internal static void Change(World world, string name, string sql)
    {
        using var file = Database.Open(Path.Combine(world.Folder, name));
        file.Execute(sql);
    }
}
