using Heluo.Storage.Sqlite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class MigrationsTests : IDisposable
{
    private const int Ours = 7;
    private readonly Scratch scratch = new();

    [Fact]
    public void An_empty_file_gets_the_whole_schema_and_a_second_start_changes_nothing()
    {
        Apply().ShouldBeNull();
        var made = Schema();
        Apply().ShouldBeNull();
        Schema().ShouldBe(made);
        made.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_file_of_another_program_is_refused()
    {
        Do("PRAGMA application_id = 99");
        Apply().ShouldBe("store.not_ours");
    }

    [Theory]
    [InlineData("CREATE TABLE theirs (x)")]
    [InlineData("PRAGMA user_version = 3")]
    public void A_file_that_is_not_empty_and_not_ours_is_refused(string sql)
    {
        Do(sql);
        Apply().ShouldBe("store.not_ours");
    }

    [Fact]
    public void A_schema_that_fails_half_way_leaves_nothing()
    {
        Do("PRAGMA application_id = 7; CREATE TABLE about (x)");
        using (var database = Database.Open(scratch["file"]))
        {
            Should.Throw<SqliteFault>(() => Migrations.Apply(database, "file", "journal", Ours));
        }

        Schema().ShouldBe(1);
        using var after = Database.Open(scratch["file"]);
        after.Number("PRAGMA user_version").ShouldBe(0);
    }

    public void Dispose() => scratch.Dispose();

    private string? Apply()
    {
        using var database = Database.Open(scratch["file"]);
        return Migrations.Apply(database, "file", "journal", Ours)?.Code;
    }

    private void Do(string sql)
    {
        using var database = Database.Open(scratch["file"]);
        database.Execute(sql);
    }

    private long Schema()
    {
        using var database = Database.Open(scratch["file"]);
        return database.Number("SELECT count(*) FROM sqlite_schema");
    }
}
