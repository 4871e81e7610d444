using CsCheck;
using Heluo.Storage.Tests.Suite;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>Attachments in the folder of the store.</summary>
public class FolderBlobTests : BlobSuite
{
    [Fact]
    public async Task Nothing_of_the_content_stands_in_the_files()
    {
        using var world = NewWorld();
        await Put(world, [.. "the secret report"u8, .. Content(100)]);
        world.Close();
        foreach (var file in Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories))
        {
            File.ReadAllBytes(file).AsSpan().IndexOf("the secret report"u8).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task A_file_altered_in_any_bit_is_found_while_reading()
    {
        using var world = NewWorld();
        var blob = await Put(world, Content(Piece + 100));
        await world.Run("a", new Attach([blob]), "c1");
        var file = Files(world).ShouldHaveSingleItem();
        var whole = await File.ReadAllBytesAsync(file, Ct);
        Gen.Int[0, whole.Length - 1].Sample(
            at =>
            {
                var altered = whole.ToArray();
                altered[at] ^= 1;
                File.WriteAllBytes(file, altered);
                Should.Throw<InvalidDataException>(() => Read(world, blob));
            },
            iter: 20,
            threads: 1);
        await File.WriteAllBytesAsync(file, whole[..^1], Ct);
        Should.Throw<InvalidDataException>(() => Read(world, blob));
        await File.WriteAllBytesAsync(file, whole[..(Piece + Ciphers.TagBytes)], Ct);
        Should.Throw<InvalidDataException>(() => Read(world, blob with { Length = Piece }), "a piece was cut off");
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_gone()
    {
        using var world = NewWorld();
        var blob = await Put(world, Content(9));
        await world.Run("a", new Attach([blob]), "c1");
        File.Delete(Files(world).ShouldHaveSingleItem());
        world.Store.Blobs.OpenUnlogged(blob).Refusal!.Code.ShouldBe("blob.missing");
    }

    protected override World NewWorld(Func<StoreOptions, StoreOptions>? options = null) => new(options);

    protected override int Count(World world) => Files(world).Length;

    private static string[] Files(World world) => Directory.Exists(Path.Combine(world.Folder, "blobs"))
        ? Directory.GetFiles(Path.Combine(world.Folder, "blobs"), "*", SearchOption.AllDirectories)
        : [];
}
