using System.Collections.Immutable;

namespace Heluo.Terminal.Components.Fields;

/// <summary>How a field is asked.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A few lines of text.</summary>
    Long,

    /// <summary>A list, one entry a line.</summary>
    Lines,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Any of several.</summary>
    Many,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A file.</summary>
    File,
}

/// <summary>One answer that can be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Name">What is read.</param>
/// <param name="Help">A line beneath; none when null.</param>
public sealed record OptionView(string Value, string Name, string? Help = null);

/// <summary>Why a personal value is asked for: shown beside the field, before it is given.</summary>
/// <param name="Purpose">What it is used for.</param>
/// <param name="Basis">The article it rests on.</param>
/// <param name="Retention">How long it is kept.</param>
public sealed record PurposeView(string Purpose, string Basis, string Retention);

/// <summary>One field as it is asked.</summary>
/// <param name="Name">Its name in the form, unique on the page.</param>
/// <param name="Kind">How it is asked.</param>
/// <param name="Label">The question.</param>
public sealed record FieldView(string Name, FieldKind Kind, string Label)
{
    /// <summary>One or two sentences that help to answer.</summary>
    public string? Help { get; init; }

    /// <summary>Whether it may be left empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether it is asked only after certain other answers on the same page.</summary>
    public bool Conditional { get; init; }

    /// <summary>Whether it need not be answered, and that goes without saying.</summary>
    public bool Free { get; init; }

    /// <summary>The type of the input when it is not plain text, e.g. <c>tel</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The answers to choose from, in order.</summary>
    public ImmutableArray<OptionView> Options { get; init; } = [];

    /// <summary>What was given before; one value, or several for a list.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>What is wrong with the value given; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>The unit of a number, e.g. m².</summary>
    public string? Unit { get; init; }

    /// <summary>The longest text in characters; null when the house's own limit is enough.</summary>
    public int? Max { get; init; }

    /// <summary>File name endings that are taken, e.g. <c>.pdf,.jpg</c>.</summary>
    public string? Accept { get; init; }

    /// <summary>How the browser may fill it, e.g. <c>name</c>, <c>tel</c>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Why it is asked, for personal values.</summary>
    public PurposeView? Purpose { get; init; }

    /// <summary>The first value, or nothing.</summary>
    public string Value => Values.IsDefaultOrEmpty ? "" : Values[0];
}
