using System.Diagnostics.CodeAnalysis;

namespace Heluo.Storage.Tests.Blobs;

public sealed class BlobStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    [SuppressMessage("Reliability", "CA2022", Justification = "Short reads are what is tested.")]
    public async Task It_is_read_in_steps_of_any_size(int step)
    {
        using var world = new World();
        var content = Enumerable.Range(0, 70_000).Select(i => (byte)i).ToArray();
        var put = await world.Store.Blobs.PutAsync(
            new Dribble(content), "person/1", "account", null, TestContext.Current.CancellationToken);
        await world.Run("a", new Attach([put.Value]), "c1");
        using var stream = world.Store.Blobs.OpenUnlogged(put.Value).Value;
        (stream.Length, stream.Position, stream.CanRead, stream.CanWrite, stream.CanSeek)
            .ShouldBe((content.Length, 0, true, false, false));
        var read = new List<byte>();
        var buffer = new byte[step];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            read.AddRange(buffer.AsSpan(0, count));
            stream.Position.ShouldBe(read.Count);
        }

        read.ShouldBe(content);
    }

    [Fact]
    public async Task It_can_neither_be_written_nor_wound()
    {
        using var world = new World();
        var put = await world.Store.Blobs.PutAsync(
            new MemoryStream([1]), "person/1", "account", null, TestContext.Current.CancellationToken);
        await world.Run("a", new Attach([put.Value]), "c1");
        using var stream = world.Store.Blobs.OpenUnlogged(put.Value).Value;
        Should.Throw<NotSupportedException>(() => stream.Write([1], 0, 1));
        Should.Throw<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Should.Throw<NotSupportedException>(() => stream.SetLength(0));
        Should.Throw<NotSupportedException>(() => stream.Position = 0);
    }

    /// <summary>Gives a few bytes at a time, as a slow sender does.</summary>
    private sealed class Dribble(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }
}
