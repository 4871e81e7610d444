using System.Collections.Immutable;

namespace Heluo.Kernel;

/// <summary>Why something was refused, by family. The family decides the HTTP status and the exit status.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong (400 / 422).</summary>
    Invalid,

    /// <summary>Nobody is signed in (401).</summary>
    Unauthenticated,

    /// <summary>Signed in, but not allowed (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or none the actor may know of (404).</summary>
    NotFound,

    /// <summary>The thing is in another state or at another version than the request assumed (409 / 412).</summary>
    Conflict,

    /// <summary>It was there once and is gone (410).</summary>
    Gone,

    /// <summary>Over a written limit of size (413).</summary>
    TooLarge,

    /// <summary>Over a written limit of rate (429).</summary>
    TooMany,

    /// <summary>The house cannot serve this now; trying again later may help (503).</summary>
    Unavailable,
}

/// <summary>One fault of one field of a request.</summary>
/// <param name="Field">Path of the field in the request, as the sender wrote it; empty for the whole request.</param>
/// <param name="Code">Stable code, part of the API.</param>
/// <param name="Sentence">What is wrong, in English; translated by code at the terminal.</param>
public sealed record Fault(string Field, string Code, string Sentence);

/// <summary>
/// A refusal is a value: a stable code that is part of the API, and a sentence that is its translation.
/// An exception, in contrast, is a bug or broken machinery.
/// </summary>
/// <param name="Kind">The family of the refusal.</param>
/// <param name="Code">Stable code in the form <c>room.reason</c>, e.g. <c>case.changed</c>.</param>
/// <param name="Sentence">One English sentence for whoever reads logs; the terminal translates by code.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Sentence)
{
    /// <summary>Every fault found, all at once; empty when the refusal is about the request as a whole.</summary>
    public ImmutableArray<Fault> Faults { get; init; } = [];

    /// <summary>Named values that the translated sentence may show; never personal data.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The sentence in the languages of a pack, when the code is the pack's own; else null.</summary>
    public Localized? Says { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Sentence}";
}
