using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>What a document may name. At run time the answers of the act that issues it are an open map; a check knows
/// its
/// form and finds misspelt fields.</summary>
internal static class DocumentScope
{
    public static readonly CelType Document = Texts("document", "number", "date");
    public static readonly CelType Agency = Texts("agency", "name", "address", "consult", "complain");
    public static readonly CelType Party = Texts("party", "name");
    public static readonly CelType Item = Texts("item", "name", "type", "result_name", "basis_text");
    public static readonly CelType Limits = Texts("limits", "promise", "law");

    public static readonly CelType Case = Texts(
        "case", "number", "title", "place", "channel_name", "received_on", "accepted_on", "acceptance_due",
        "correction_due", "promise_due", "law_due", "delivery_due");

    public static readonly CelType Paper = CelType.Record(
        "paper", ("name", CelType.String), ("form_name", CelType.String), ("copies", CelType.Int));

    private static readonly CelType Open = CelType.Map(CelType.String, CelType.Dyn);

    /// <summary>Names of every document at run time.</summary>
    public static CelEnvironment Running { get; } = With(Open);

    /// <summary>Names within a repeated entry at run time.</summary>
    public static CelEnvironment RunningEach { get; } = Each(Running, CelType.Dyn);

    /// <summary>Names of a document whose acts ask these fields; null: any field.</summary>
    public static CelEnvironment Of(ImmutableArray<Field>? request) => With(request is { } fields
        ? CelType.Record("request", Fields(fields).DistinctBy(field => field.Key))
        : Open);

    /// <summary>The same within a repeated entry.</summary>
    public static CelEnvironment Each(CelEnvironment outer, CelType entry) =>
        outer.Declare("it", entry).Declare("index", CelType.Int);

    private static CelEnvironment With(CelType request) => RuleLanguage.Standard
        .Declare("document", Document)
        .Declare("agency", Agency)
        .Declare("applicant", Party)
        .Declare("reporter", Party)
        .Declare("item", Item)
        .Declare("case", Case)
        .Declare("limits", Limits)
        .Declare("papers", CelType.List(Paper))
        .Declare("marks", Open)
        .Declare("request", request);

    private static IEnumerable<KeyValuePair<string, CelType>> Fields(ImmutableArray<Field> fields)
    {
        foreach (var field in fields.Where(field => field.Personal is null))
        {
            yield return new(field.Name, field.Type switch
            {
                FieldType.Lines or FieldType.Many => CelType.List(CelType.String),
                FieldType.Boolean => CelType.Bool,
                FieldType.Number => CelType.Dyn,
                _ => CelType.String,
            });
            if (field.Type == FieldType.Choice)
            {
                yield return new($"{field.Name}_name", CelType.String);
            }
        }
    }

    private static CelType Texts(string name, params string[] fields) =>
        CelType.Record(name, fields.Select(field => KeyValuePair.Create(field, CelType.String)));
}
