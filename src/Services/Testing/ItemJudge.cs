using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using NodaTime;

namespace Heluo.Services;

/// <summary>Judges a test of an item without any case: which questions, papers and steps its answers choose, and by
/// when.</summary>
internal static class ItemJudge
{
    public static IEnumerable<PackTestFailure> Judge(PackSet set, ItemTest test)
    {
        if (set.Get(ItemKind.Kind).Find(test.Item)?.On(test.On)?.Value is not { } item)
        {
            return [new PackTestFailure("item", $"{test.Item} in force on {test.On:R}", "no version in force")];
        }

        var (answers, faults) = GivenAnswers.Check(item.Form, test.Answers);
        var asked = item.Form.Where(field => GivenAnswers.Holds(field.When, answers)).Select(field => field.Name);
        var expect = test.Expect;
        return Differences(
        [
            Compare("refused", expect.Refused ?? [], faults.Select(fault => fault.Field)),
            Compare("fields", expect.Fields, asked),
            Compare("materials", expect.Materials, Papers(item, answers)),
            Compare("missing", expect.Missing, Missing(item, test, answers)),
            Compare("steps", expect.Steps, item.Plan is null ? [] : Steps(item.Plan, answers)),
            Days("shortest", expect.Shortest, ItemPath.Of(set, item, test.On)?.Shortest.Days),
            Days("longest", expect.Longest, ItemPath.Of(set, item, test.On)?.Longest.Days),
            PackTestFailure.OfTexts("agency", expect.Agency, Agency(set, item, test.Area)),
            PackTestFailure.OfTexts("fee", expect.Fee, Fee(item)),
            Due("promise-due", expect.PromiseDue, set.Calendar, test.On, item.Promise),
            Due("law-due", expect.LawDue, set.Calendar, test.On, item.Law),
        ]);
    }

    private static IEnumerable<string> Papers(Item item, IReadOnlyDictionary<string, JsonElement> answers) =>
        item.Papers.Where(paper => GivenAnswers.Holds(paper.When, answers)).Select(paper => paper.Id);

    private static IEnumerable<string> Missing(
        Item item, ItemTest test, IReadOnlyDictionary<string, JsonElement> answers) => item.Papers
        .Where(paper => paper.Required && GivenAnswers.Holds(paper.When, answers))
        .Select(paper => paper.Id)
        .Where(paper => !test.Papers.Contains(GivenAnswers.Written(paper)));

    private static IEnumerable<PackTestFailure> Differences(PackTestFailure?[] found) =>
        found.OfType<PackTestFailure>();

    /// <summary>Two lists of ids, an id of the form as the pack writes it.</summary>
    private static PackTestFailure? Compare(
        string what, ImmutableArray<string>? expected, IEnumerable<string> actual) =>
        PackTestFailure.OfLists(what, expected, actual.Select(GivenAnswers.Written));

    private static string? Agency(PackSet set, Item item, string? area) =>
        item.Agency is not null || item.Function is null || area is null ? item.Agency
        : City.Of(set).TryGet(out var city, out _) ? city.AgencyFor(item.Function, area)?.Id
        : null;

    private static string? Fee(Item item) =>
        item.Fee is { } fee ? FormattableString.Invariant($"{fee.Amount:0.##} {fee.Currency}") : null;

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
        StepNode { Step: var step } => GivenAnswers.Holds(step.When, answers) ? [step.Id] : [],
        SequenceNode all => all.Parts.SelectMany(part => Steps(part, answers)),
        ParallelNode all => all.Parts.SelectMany(part => Steps(part, answers)),
        ChoiceNode choice => choice.Branches
            .FirstOrDefault(branch => GivenAnswers.Holds(branch.When, answers)) is { } taken
            ? Steps(taken.Part, answers) : [],
        EachNode each =>
            GivenAnswers.HasEntries(each.Over, answers) ? Steps(each.Part, answers) : [],
        _ => [],
    };
}
