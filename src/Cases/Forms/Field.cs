using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>What sort of value a field takes.</summary>
public enum FieldType
{
    /// <summary>One line or more of text.</summary>
    Text,

    /// <summary>A list of lines.</summary>
    Lines,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Several of the options.</summary>
    Many,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A citizen's identity number, check digit and all.</summary>
    CitizenId,

    /// <summary>A unified social credit code.</summary>
    CreditCode,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An agency of the city, by id.</summary>
    Agency,

    /// <summary>An officer of the city, by id.</summary>
    Officer,

    /// <summary>A division of the city, by code.</summary>
    Area,
}

/// <summary>One question of a form. Never asks two things.</summary>
public sealed record Field
{
    /// <summary>Name in CEL and in requests, e.g. <c>seat_count</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The question or label.</summary>
    public required Localized Label { get; init; }

    /// <summary>One sentence of help.</summary>
    public Localized? Help { get; init; }

    /// <summary>What it takes.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Whether an answer is demanded where the question is asked.</summary>
    public bool Required { get; init; }

    /// <summary>CEL over the earlier answers: whether the question is asked at all; null: always.</summary>
    public CelText? When { get; init; }

    /// <summary>Whether it is asked only after certain answers.</summary>
    public bool IsConditional => When is not null;

    /// <summary>Least number, or least length of a text.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number, length of a text in characters, or count of lines. Texts end at 4,000 in any
    /// case.</summary>
    public decimal? Max { get; init; }

    /// <summary>Decimal places a number may carry.</summary>
    public int Decimals { get; init; }

    /// <summary>Unit shown behind a number.</summary>
    public Localized? Unit { get; init; }

    /// <summary>What may be chosen.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Whether the answer chooses materials or steps.</summary>
    public bool Situation { get; init; }

    /// <summary>Purpose, basis and retention when the answer is personal data; null: it is not.</summary>
    public Personal? Personal { get; init; }
}

/// <summary>One thing that may be chosen.</summary>
public sealed record Option(string Value, Localized Label);

/// <summary>Why a personal value is asked (Personal Information Protection Law arts 6, 13, 19).</summary>
/// <param name="Purpose">Purpose code; values are encrypted under a key for their subject and this purpose.</param>
/// <param name="Basis">The article that allows it.</param>
/// <param name="Retention">How long it is kept, e.g. <c>10y</c>.</param>
public sealed record Personal(string Purpose, string Basis, string Retention);
