using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Storage;

/// <summary>
/// What the city signs now and then: so far the journal has come, and this is its link there. Kept outside the store,
/// it
/// finds out a store that was rewritten or rolled back.
/// </summary>
/// <param name="Store">Id of the store.</param>
/// <param name="Epoch">How often the store was restored, and once for its beginning.</param>
/// <param name="Position">First position of the newest commit it speaks of.</param>
/// <param name="Link">The link of that commit, base64url.</param>
/// <param name="After">First position of the newest commit of the checkpoint before; 0 for the first.</param>
/// <param name="Count">Commits since then.</param>
/// <param name="Root">Root of the tree over their links, base64url: a short way from a commit to the
/// signature.</param>
/// <param name="Hash">Name of the hash.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Algorithm">Name of the signature's algorithm.</param>
/// <param name="Key">Fingerprint of the key.</param>
/// <param name="Signature">The signature, base64url.</param>
public sealed record Checkpoint(
    string Store,
    int Epoch,
    long Position,
    string Link,
    long After,
    int Count,
    string Root,
    string Hash,
    Instant At,
    string Algorithm,
    string Key,
    string Signature)
{
    /// <summary>Most commits one checkpoint speaks of.</summary>
    public const int MostCommits = 4096;

    /// <summary>What is signed: one line for each value, in this order, each ended by a line feed.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        heluo checkpoint 1
        store {Store}
        epoch {Epoch}
        position {Position}
        link {Link}
        after {After}
        count {Count}
        root {Root}
        hash {Hash}
        at {InstantPattern.ExtendedIso.Format(At)}
        algorithm {Algorithm}
        key {Key}

        """).ReplaceLineEndings("\n"));

    /// <summary>Whether this key signed it.</summary>
    public bool IsSignedBy(VerifyingKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Fingerprint == Key && key.Algorithm == Algorithm && Base64Url.IsValid(Signature)
            && key.Verify(Content, Base64Url.DecodeFromChars(Signature));
    }

    /// <summary>The same, signed.</summary>
    internal Checkpoint SignedBy(SigningKey key, string fingerprint)
    {
        var named = this with { Algorithm = key.Algorithm, Key = fingerprint };
        return named with { Signature = Base64Url.EncodeToString(key.Sign(named.Content)) };
    }
}
