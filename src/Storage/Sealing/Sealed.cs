using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Storage;

/// <summary>
/// A personal value inside a fact or a state. A decision makes it plain with
/// <see cref="Of(string, string, string)"/>; the desk seals it on its way into the journal, and from then on only the
/// vault can open it, as long as the key of its subject and purpose exists. It cannot be written anywhere else:
/// serialising it outside the journal throws. PIPL art. 6 and 19 (least scope, shortest retention), art. 47 (erasure).
/// </summary>
[JsonConverter(typeof(SealedConverter))]
public sealed class Sealed : IEquatable<Sealed>
{
    private byte[]? plain;

    private Sealed(string? subject, string? purpose, byte[]? plain, Envelope? envelope)
    {
        Subject = subject;
        Purpose = purpose;
        this.plain = plain;
        Envelope = envelope;
    }

    /// <summary>Whether it is still readable in memory, because no commit has taken it yet.</summary>
    public bool IsPlain => plain is not null;

    /// <summary>The commitment: SHA-256 over a salt and the value; the salt is sealed with it. Null while
    /// plain.</summary>
    public string? Commitment => Envelope?.Proof;

    /// <summary>Id of the data key; null while plain. Two values of one subject and purpose share it.</summary>
    public string? KeyId => Envelope?.Key;

    internal string? Subject { get; }

    internal string? Purpose { get; }

    internal Envelope? Envelope { get; private set; }

    internal ReadOnlySpan<byte> Plain => plain;

    /// <summary>A text about one subject, for one purpose.</summary>
    /// <param name="subject">Whose it is, as an id without personal content, e.g. <c>person/7q2m…</c>; 1 to 200
    /// characters.</param>
    /// <param name="purpose">What it is kept for, e.g. <c>case.application</c>; 1 to 100 characters.</param>
    /// <param name="text">The value; at most 64 kB as JSON.</param>
    /// <exception cref="ArgumentException">Subject or purpose has no proper form, or the value is too long.</exception>
    public static Sealed Of(string subject, string purpose, string text) =>
        Make(subject, purpose, JsonSerializer.SerializeToUtf8Bytes(text, JournalJson.Options));

    /// <summary>Any JSON value about one subject, for one purpose: best one object for all fields of the
    /// purpose.</summary>
    /// <inheritdoc cref="Of(string, string, string)"/>
    public static Sealed Of(string subject, string purpose, JsonElement value) =>
        Make(subject, purpose, JsonSerializer.SerializeToUtf8Bytes(value, JournalJson.Options));

    /// <summary>Any value that the journal can write, about one subject, for one purpose.</summary>
    /// <inheritdoc cref="Of(string, string, string)"/>
    public static Sealed OfValue<T>(string subject, string purpose, T value) =>
        Make(subject, purpose, JsonSerializer.SerializeToUtf8Bytes(value, JournalJson.Options));

    /// <inheritdoc/>
    public bool Equals(Sealed? other) => ReferenceEquals(this, other)
        || (other is { Envelope: { } theirs } && Envelope is { } ours && ours == theirs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sealed);

    /// <inheritdoc/>
    public override int GetHashCode() => Envelope?.GetHashCode() ?? 0;

    /// <summary>Never the value.</summary>
    public override string ToString() => IsPlain ? "(sealed on commit)" : "(sealed)";

    internal static Sealed From(Envelope envelope) => new(subject: null, purpose: null, plain: null, envelope);

    internal void Close(Envelope envelope)
    {
        Envelope = envelope;
        plain = null;
    }

    private static Sealed Make(string subject, string purpose, byte[] plain)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        if (subject.Any(char.IsControl) || purpose.Any(char.IsControl))
        {
            throw new ArgumentException("A subject or purpose holds a control character.");
        }

        if (subject.Length > 200 || purpose.Length > 100 || plain.Length > Limits.SealedBytes)
        {
            throw new ArgumentException("A sealed value, its subject or its purpose is over its limit.");
        }

        return new(subject, purpose, plain, envelope: null);
    }
}
