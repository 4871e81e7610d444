using System.Text;
using CsCheck;
using Heluo.Storage.Sqlite;

namespace Heluo.Storage.Tests.Sqlite;

public sealed class DatabaseTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public void A_wrong_statement_says_what_is_wrong()
    {
        using var database = Database.Open(scratch["file"]);
        Should.Throw<SqliteFault>(() => database.Prepare("SELECT x FROM nowhere")).Message.ShouldContain("nowhere");
        Should.Throw<SqliteFault>(() => database.Execute("no sql")).IsDamage.ShouldBeFalse();
    }

    [Fact]
    public void A_reading_connection_cannot_write()
    {
        using (var database = Database.Open(scratch["file"]))
        {
            database.Execute("CREATE TABLE t (x)");
        }

        using var reading = Database.Open(scratch["file"], readOnly: true);
        Should.Throw<SqliteFault>(() => reading.Execute("INSERT INTO t VALUES (1)"));
        Should.Throw<SqliteFault>(() => Database.Open(scratch["missing"], readOnly: true));
    }

    [Fact]
    public void A_statement_that_failed_can_be_used_again()
    {
        using var database = Database.Open(scratch["file"]);
        database.Execute("CREATE TABLE t (x INTEGER PRIMARY KEY)");
        var add = database.Prepare("INSERT INTO t (x) VALUES (?1)");
        add.Bind(1, 1).Run().ShouldBe(1);
        Should.Throw<SqliteFault>(() => add.Bind(1, 1).Run());
        add.Bind(1, 2).Run().ShouldBe(1);
        database.Number("SELECT count(*) FROM t").ShouldBe(2);
        database.IsIdle.ShouldBeTrue();
    }

    [Fact]
    public void Texts_numbers_and_bytes_come_back_as_they_were()
    {
        using var database = Database.Open(scratch["file"]);
        var echo = database.Prepare("SELECT ?1, ?2, ?3");
        Gen.Select(Gen.String[0, 700], Gen.Long, Gen.Byte.Array[0, 300]).Sample(
            (text, number, bytes) =>
            {
                var clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                echo.Bind(1, text).Bind(2, number).BindBlob(3, bytes).Step().ShouldBeTrue();
                (echo.Text(0), echo.Int64(1)).ShouldBe((clean, number));
                echo.Bytes(2).ShouldBe(bytes);
                echo.Reset();
            },
            threads: 1);
        echo.Bind(1, (string?)null).Step().ShouldBeTrue();
        echo.TextOrNull(0).ShouldBeNull();
        echo.Reset();
    }

    public void Dispose() => scratch.Dispose();
}
