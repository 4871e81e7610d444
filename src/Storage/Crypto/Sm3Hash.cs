using Org.BouncyCastle.Crypto.Digests;

namespace Heluo.Storage;

/// <summary>SM3, GB/T 32905.</summary>
internal sealed class Sm3Hash : IHash
{
    public string Name => "SM3";

    public void Digest(ReadOnlySpan<byte> content, Span<byte> digest)
    {
        var hash = new SM3Digest();
        hash.BlockUpdate(content);
        hash.DoFinal(digest);
    }

    public IRunningHash Begin() => new Running();

    private sealed class Running : IRunningHash
    {
        private readonly SM3Digest hash = new();

        public void Append(ReadOnlySpan<byte> piece) => hash.BlockUpdate(piece);

        public byte[] End()
        {
            var digest = new byte[Hashes.Bytes];
            hash.DoFinal(digest);
            return digest;
        }

        public void Dispose()
        {
        }
    }
}
