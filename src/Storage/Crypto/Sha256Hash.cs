using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>SHA-256 of the platform.</summary>
internal sealed class Sha256Hash : IHash
{
    public string Name => "SHA-256";

    public void Digest(ReadOnlySpan<byte> content, Span<byte> digest) => SHA256.HashData(content, digest);

    public IRunningHash Begin() => new Running();

    private sealed class Running : IRunningHash
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Append(ReadOnlySpan<byte> piece) => hash.AppendData(piece);

        public byte[] End() => hash.GetHashAndReset();

        public void Dispose() => hash.Dispose();
    }
}
