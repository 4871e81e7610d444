using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Speaking;
using Field = Heluo.Cases.Field;
using FieldView = Heluo.Terminal.Components.Fields.FieldView;

namespace Heluo.Terminal.Showing;

/// <summary>Shows the fields of a form as they are asked, and reads them back as they were sent.</summary>
internal sealed class Fields(Choices choices, Rulebook book, Visit visit)
{
    private const int LongText = 120;

    /// <summary>A field with what was given before.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The answer so far; undefined when there is none.</param>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    /// <param name="prefix">What its name in the form begins with.</param>
    public FieldView Of(Field field, JsonElement value, Fault? fault = null, string prefix = "") =>
        new(prefix + field.Name, Kind(field), visit.Say(field.Label))
        {
            Help = field.Help is { } help ? visit.Say(help) : null,
            Optional = !field.Required,
            Conditional = field is { Required: true, IsConditional: true },
            Options = Options(field),
            Values = [.. AnswerTexts.Raw(value)],
            Error = fault is null ? null : visit.Words.Of(fault, field),
            Unit = field.Unit is { } unit ? visit.Say(unit) : null,
            Max = field.Type is FieldType.Text && field.Max is { } most ? (int)most : Longest(field.Type),
            Type = field.Type == FieldType.Phone ? "tel" : null,
            Purpose = field.Personal is { } personal ? Purpose(personal) : null,
        };

    /// <summary>The districts, counties and zones that can be chosen.</summary>
    public ImmutableArray<OptionView> Areas() => choices.Areas(visit);

    /// <summary>What was sent for some fields, as answers; a field left empty is not among them.</summary>
    public static ImmutableDictionary<string, JsonElement> Read(
        IEnumerable<Field> fields, Func<string, IReadOnlyList<string?>> sent) => fields
        .Select(field => (field.Name, Value: Value(field, sent(field.Name))))
        .Where(pair => pair.Value.ValueKind != JsonValueKind.Undefined)
        .ToImmutableDictionary(pair => pair.Name, pair => pair.Value);

    private static JsonElement Value(Field field, IReadOnlyList<string?> sent) => field.Type switch
    {
        _ when sent.All(string.IsNullOrWhiteSpace) => default,
        FieldType.Many => JsonSerializer.SerializeToElement(sent),
        FieldType.Lines => JsonSerializer.SerializeToElement((sent[0] ?? "").ReplaceLineEndings("\n").Split('\n')),
        // A condition compares a yes or a number, not its text; what is neither is left for the check to refuse.
        FieldType.Boolean when bool.TryParse(sent[0], out var yes) => JsonSerializer.SerializeToElement(yes),
        FieldType.Number when decimal.TryParse(
            sent[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var number) => JsonSerializer.SerializeToElement(number),
        _ => JsonSerializer.SerializeToElement(sent[0]),
    };

    private static FieldKind Kind(Field field) => field.Type switch
    {
        FieldType.Text when field.Max is null or > LongText => FieldKind.Long,
        FieldType.Lines => FieldKind.Lines,
        FieldType.Choice or FieldType.Area or FieldType.Agency or FieldType.Officer => FieldKind.Choice,
        FieldType.Many => FieldKind.Many,
        FieldType.Number => FieldKind.Number,
        FieldType.Date => FieldKind.Date,
        FieldType.Boolean => FieldKind.YesNo,
        _ => FieldKind.Text,
    };

    private static int? Longest(FieldType type) => type switch
    {
        FieldType.CitizenId or FieldType.CreditCode => 18,
        FieldType.Phone => 20,
        _ => null,
    };

    private ImmutableArray<OptionView> Options(Field field) => field.Type switch
    {
        FieldType.Area => choices.Areas(visit),
        FieldType.Agency => choices.Agencies(visit),
        FieldType.Officer => choices.Officers(),
        _ => [.. field.Options.Select(option => new OptionView(option.Value, visit.Say(option.Label)))],
    };

    private PurposeView Purpose(Personal personal)
    {
        var number = personal.Retention[..^1];
        return new(
            visit.Words.Find($"purpose.{personal.Purpose}") ?? personal.Purpose,
            Citations.Of(book, personal.Basis, visit),
            visit.Words.Say($"retention.{personal.Retention[^1]}", ("n", number)));
    }
}
