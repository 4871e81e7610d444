namespace Heluo.Storage;

/// <summary>A hash the house may rest on. Two stand here: SHA-256 (FIPS 180-4) and SM3 (GB/T 32905).</summary>
public interface IHash
{
    /// <summary>Its name as it stands beside what was made with it: <c>SHA-256</c>, <c>SM3</c>.</summary>
    string Name { get; }

    /// <summary>The hash of a content, <see cref="Hashes.Bytes"/> long.</summary>
    /// <param name="content">The content.</param>
    /// <param name="digest">Where it goes.</param>
    void Digest(ReadOnlySpan<byte> content, Span<byte> digest);

    /// <summary>Begins a hash over pieces.</summary>
    IRunningHash Begin();
}

/// <summary>A hash that is taken piece by piece.</summary>
public interface IRunningHash : IDisposable
{
    /// <summary>Takes the next piece.</summary>
    void Append(ReadOnlySpan<byte> piece);

    /// <summary>The hash of all pieces; nothing may be appended after it.</summary>
    byte[] End();
}
