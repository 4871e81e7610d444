using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Cel;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Services;

/// <summary>Judges a test of an item without any case: which questions, papers and steps its answers choose, and by
/// when.</summary>
internal static class ItemJudge
{
    private static readonly CelEnvironment Names =
        RuleLanguage.Standard.Declare("answers", CelType.Map(CelType.String, CelType.Dyn));

    public static IEnumerable<PackTestFailure> Judge(PackSet set, ItemTest test)
    {
        if (set.Get(ItemKind.Kind).Find(test.Item)?.On(test.On)?.Value is not { } item)
        {
            return [new PackTestFailure("item", $"{test.Item} in force on {test.On:R}", "no version in force")];
        }

        var given = test.Answers.ToDictionary(answer => Kebab.ToCel(answer.Key), answer => answer.Value);
        var (answers, faults) = AnswerCheck.Check(item.Form, given, Holds, partial: true);
        var expect = test.Expect;
        return Differences(
        [
            Compare("refused", expect.Refused ?? [], faults.Select(fault => fault.Field)),
            Compare("fields", expect.Fields, item.Form.Where(it => Holds(it.When, answers)).Select(it => it.Name)),
            Compare("materials", expect.Materials, Papers(item, answers)),
            Compare("steps", expect.Steps, item.Plan is null ? [] : Steps(item.Plan, answers)),
            Days("shortest", expect.Shortest, ItemPath.Of(set, item, test.On)?.Shortest.Days),
            Days("longest", expect.Longest, ItemPath.Of(set, item, test.On)?.Longest.Days),
            Due("promise-due", expect.PromiseDue, set.Calendar, test.On, item.Promise),
            Due("law-due", expect.LawDue, set.Calendar, test.On, item.Law),
        ]);
    }

    private static IEnumerable<string> Papers(Item item, IReadOnlyDictionary<string, JsonElement> answers) =>
        item.Papers.Where(paper => Holds(paper.When, answers)).Select(paper => paper.Id);

    private static IEnumerable<PackTestFailure> Differences(PackTestFailure?[] found) =>
        found.OfType<PackTestFailure>();

    /// <summary>Two lists of ids, each sorted, an id of the form as the pack writes it.</summary>
    private static PackTestFailure? Compare(string what, ImmutableArray<string>? expected, IEnumerable<string> actual)
    {
        if (expected is not { } wanted)
        {
            return null;
        }

        var (left, right) = (Words(wanted), Words(actual.Select(id => id.Replace('_', '-'))));
        return left == right ? null : new PackTestFailure(what, left, right);
    }

    private static string Words(IEnumerable<string> ids) =>
        string.Join(", ", ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } words
            ? words
            : "none";

    private static PackTestFailure? Days(string what, decimal? expected, decimal? actual) =>
        expected is null || expected == actual
            ? null
            : new PackTestFailure(what, Text(expected), actual is null ? "no way" : Text(actual));

    private static string Text(decimal? days) => days!.Value.ToString("0.##", CultureInfo.InvariantCulture);

    private static PackTestFailure? Due(
        string what, LocalDate? expected, WorkCalendar? calendar, LocalDate on, Limit limit)
    {
        if (expected is not { } day)
        {
            return null;
        }

        var due = calendar is not null && limit.Unit == TimeUnit.WorkingDay
            ? $"{calendar.AddWorkingDays(on, (int)limit.Amount).Value:R}"
            : "not counted in working days";
        return due == $"{day:R}" ? null : new PackTestFailure(what, $"{day:R}", due);
    }

    private static IEnumerable<string> Steps(
        PlanNode plan, IReadOnlyDictionary<string, JsonElement> answers) => plan switch
    {
        StepNode { Step: var step } => Holds(step.When, answers) ? [step.Id] : [],
        SequenceNode all => all.Parts.SelectMany(part => Steps(part, answers)),
        ParallelNode all => all.Parts.SelectMany(part => Steps(part, answers)),
        ChoiceNode choice => choice.Branches.FirstOrDefault(branch => Holds(branch.When, answers)) is { } taken
            ? Steps(taken.Part, answers) : [],
        EachNode each =>
            Run(each.Over, answers) is { Kind: CelKind.List, AsList.Count: > 0 } ? Steps(each.Part, answers) : [],
        _ => [],
    };

    private static bool Holds(CelText? condition, IReadOnlyDictionary<string, JsonElement> answers) =>
        condition is null || Run(condition, answers) is { Kind: CelKind.Bool, AsBool: true };

    private static CelValue? Run(CelText text, IReadOnlyDictionary<string, JsonElement> answers)
    {
        if (!text.Compile(Names).TryGet(out var program, out _))
        {
            return null;
        }

        var values =
            CelMap.From(answers.Select(answer => KeyValuePair.Create(answer.Key, CelValue.From(answer.Value))));
        return program.Run([CelValue.Of(values)]).Value;
    }
}
