using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Postgres;

/// <summary>Attachments in pieces beside the journal.</summary>
public sealed class PostgresBlobTests : BlobSuite
{
    private readonly SchemaPlace place = new();

    [Fact]
    public async Task A_piece_altered_lost_or_exchanged_is_found_while_reading()
    {
        using var world = NewWorld();
        var blob = await Put(world, Content(10 * Piece));
        await world.Run("a", new Attach([blob]), "c1");
        place.Count("SELECT count(*) FROM piece").ShouldBeGreaterThan(1);
        foreach (var harm in new[]
        {
            "UPDATE piece SET body = set_byte(body, 70000, 255 - get_byte(body, 70000)) WHERE no = 1",
            "UPDATE piece SET no = 1 - no + 10; UPDATE piece SET no = no - 10",
            "DELETE FROM piece WHERE no = (SELECT max(no) FROM piece)",
        })
        {
            place.Run("CREATE TABLE whole AS SELECT * FROM piece");
            place.Run(harm);
            Should.Throw<InvalidDataException>(() => Read(world, blob), harm);
            place.Run("DELETE FROM piece; INSERT INTO piece SELECT * FROM whole; DROP TABLE whole");
            Read(world, blob).ShouldBe(Content(10 * Piece));
        }

        place.Run("DELETE FROM blob");
        world.Store.Blobs.OpenUnlogged(blob).Refusal!.Code.ShouldBe("blob.missing");
    }

    [Fact]
    public async Task Nothing_stays_in_the_folder_and_nothing_of_the_content_in_the_pieces()
    {
        using var world = NewWorld();
        await Put(world, [.. "the secret report"u8, .. Content(100)]);
        Directory.GetFiles(Path.Combine(world.Folder, "blobs"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        place.Count("SELECT count(*) FROM piece WHERE position('the secret report'::bytea in body) > 0").ShouldBe(0);
    }

    protected override World NewWorld(Func<StoreOptions, StoreOptions>? options = null) => new(options, place);

    protected override int Count(World world) => place.Count("SELECT count(*) FROM blob");
}
