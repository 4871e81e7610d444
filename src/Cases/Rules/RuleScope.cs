using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>
/// What a condition may name: <c>case</c>, <c>answers</c>, <c>params</c>, <c>request</c>, <c>step</c>, <c>actor</c>,
/// <c>now</c>. At run time answers are open maps; a check of a pack knows the fields of the form and finds misspelt
/// ones.
/// </summary>
public static class RuleScope
{
    private const int MostKept = 100_000;

    internal static readonly CelType CaseType = CelType.Record(
        "case",
        ("number", CelType.String),
        ("stage", CelType.String),
        ("area", CelType.String),
        ("agency", CelType.String),
        ("channel", CelType.String),
        ("opened_at", CelType.Timestamp),
        ("missing", CelType.List(CelType.String)),
        ("acts", CelType.Map(CelType.String, CelType.Int)),
        ("marks", CelType.Map(CelType.String, CelType.Dyn)),
        ("late", CelType.List(CelType.String)));

    internal static readonly CelType ActorType =
        CelType.Record("actor", ("id", CelType.String), ("kind", CelType.String));

    internal static readonly CelType StepType =
        CelType.Record("step", ("id", CelType.String), ("role", CelType.String));

    private static readonly CelType Open = CelType.Map(CelType.String, CelType.Dyn);

    private static readonly CelEnvironment Running = With(Open, Open);

    private static readonly ConcurrentDictionary<string, CelProgram> Programs = new(StringComparer.Ordinal);

    /// <summary>The faults of an expression, found against the forms it may name.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="answers">The form behind <c>answers</c>; null: any field.</param>
    /// <param name="request">The form behind <c>request</c>; null: any field.</param>
    /// <param name="expected">The type it must give; null: any.</param>
    public static IReadOnlyList<CelFault> Check(
        CelText text, ImmutableArray<Field>? answers, ImmutableArray<Field>? request, CelType? expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        return With(TypeOf("answers", answers), TypeOf("request", request)).Compile(text.Source, expected).Faults;
    }

    /// <summary>The compiled expression; null when it has a fault, which a checked pack never has.</summary>
    internal static CelProgram? Program(CelText text)
    {
        if (Programs.TryGetValue(text.Source, out var program))
        {
            return program;
        }

        if (Running.Compile(text.Source).Program is not { } compiled)
        {
            return null;
        }

        if (Programs.Count >= MostKept)
        {
            Programs.Clear();
        }

        return Programs.GetOrAdd(text.Source, compiled);
    }

    private static CelEnvironment With(CelType answers, CelType request) => RuleLanguage.Standard
        .Declare("case", CaseType)
        .Declare("answers", answers)
        .Declare("params", Open)
        .Declare("request", request)
        .Declare("step", StepType)
        .Declare("actor", ActorType)
        .Declare("now", CelType.Timestamp);

    private static CelType TypeOf(string name, ImmutableArray<Field>? form) => form is not { } fields
        ? Open
        : CelType.Record(name, fields.Where(field => field.Personal is null)
            .DistinctBy(field => field.Name)
            .Select(field => KeyValuePair.Create(field.Name, TypeOf(field))));

    private static CelType TypeOf(Field field) => field.Type switch
    {
        FieldType.Lines or FieldType.Many => CelType.List(CelType.String),
        FieldType.Boolean => CelType.Bool,
        FieldType.Number => CelType.Dyn,
        _ => CelType.String,
    };
}
