using CsCheck;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Suite;

/// <summary>What attachments promise wherever they rest.</summary>
public abstract class BlobSuite
{
    private protected const int Piece = BlobCipher.PieceBytes;

    protected abstract World NewWorld(Func<StoreOptions, StoreOptions>? options = null);

    /// <summary>How many attachments rest there.</summary>
    protected abstract int Count(World world);

    [Theory]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((3 * Piece) + 5)]
    public async Task A_file_comes_back_as_it_was(int length)
    {
        using var world = NewWorld();
        var content = Content(length);
        var blob = await Put(world, content);
        blob.Length.ShouldBe(length);
        await world.Run("a", new Attach([blob]), "c1");
        world.Reopen();
        var attached = (FilesAttached)(await world.Log())[0].Fact;
        Read(world, attached.Files[0]).ShouldBe(content);
    }

    [Fact]
    public async Task The_same_file_put_twice_cannot_be_recognised()
    {
        using var world = NewWorld();
        var (first, second) = (await Put(world, Content(9)), await Put(world, Content(9)));
        first.Blob.ShouldNotBe(second.Blob);
        first.Proof.ShouldNotBe(second.Proof);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        using var world = NewWorld();
        (await world.Store.Blobs.PutAsync(new MemoryStream(), "person/1", "account", null, Ct)).Refusal!.Code
            .ShouldBe("blob.empty");
        Count(world).ShouldBe(0);
    }

    [Theory]
    [InlineData(1000, null, 1001)]
    [InlineData(1000, 100L, 101)]
    [InlineData(1000, 5000L, 1001)]
    public async Task A_file_over_the_limit_is_refused_and_leaves_nothing(int limit, long? atMost, int length)
    {
        using var world = NewWorld(options => options with { BlobBytes = limit });
        (await world.Store.Blobs.PutAsync(new MemoryStream(Content(length)), "person/1", "account", atMost, Ct))
            .Refusal!.Code.ShouldBe("blob.too_large");
        Count(world).ShouldBe(0);
        (await world.Store.Blobs.PutAsync(new MemoryStream(Content(length - 1)), "person/1", "account", atMost, Ct))
            .IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var world = NewWorld();
        var outcome = await world.Store.Blobs.PutAsync(new Breaking(), "person/1", "account", null, Ct);
        outcome.Refusal!.Code.ShouldBe("blob.failed");
        Count(world).ShouldBe(0);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/")]
    [InlineData("..AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    public async Task A_name_that_is_no_hash_opens_nothing(string name)
    {
        using var world = NewWorld();
        var blob = await Put(world, Content(9));
        await world.Run("a", new Attach([blob]), "c1");
        world.Store.Blobs.OpenUnlogged(blob with { Blob = name }).Refusal!.Code.ShouldBe("blob.missing");
    }

    [Fact]
    public async Task The_same_upload_repeated_under_one_command_is_the_same_request()
    {
        using var world = NewWorld();
        var first = await world.Run("a", new Attach([await Put(world, Content(9))]), "c1");
        var again = await world.Run("a", new Attach([await Put(world, Content(9))]), "c1");
        (again.Value.Repeated, again.Value.Position).ShouldBe((true, first.Value.Position));
        (await world.Run("a", new Attach([await Put(world, Content(8))]), "c1")).Refusal!.Code
            .ShouldBe("command.reused");
    }

    [Fact]
    public async Task A_sweep_removes_old_files_that_no_fact_names_and_no_other()
    {
        using var world = NewWorld();
        var kept = await Put(world, Content(9));
        await world.Run("a", new Attach([kept]), "c1");
        await Put(world, Content(9));
        world.Time.Advance(TimeSpan.FromHours(30));
        var young = await Put(world, Content(9));
        (await world.Store.SweepBlobsAsync(world.Time.Now() - Duration.FromDays(1))).Value.ShouldBe(1);
        Count(world).ShouldBe(2);
        Read(world, kept).Length.ShouldBe(9);
        await world.Run("b", new Attach([young]), "c2");
        Read(world, young).Length.ShouldBe(9);
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];

    protected static async Task<BlobRef> Put(World world, byte[] content) =>
        (await world.Store.Blobs.PutAsync(new MemoryStream(content), "person/1", "account", null, Ct)).Value;

    protected static byte[] Read(World world, BlobRef blob)
    {
        using var stream = world.Store.Blobs.OpenUnlogged(blob).Value;
        using var copy = new MemoryStream();
        stream.CopyTo(copy, 777);
        return copy.ToArray();
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("the line broke");
    }
}
