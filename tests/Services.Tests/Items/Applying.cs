using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Items;

/// <summary>Fills in the form of any item in every way that changes its plan.</summary>
internal static class Applying
{
    private const int MostWays = 256;

    /// <summary>The answers that lead to different plans: a question a condition of the plan names is answered in every
    /// way, any other in one.</summary>
    public static IReadOnlyList<ImmutableDictionary<string, JsonElement>> Ways(CityWorld world, Item item)
    {
        var conditions = item.Plan is { } plan ? PlanNodes.Conditions(plan).Select(one => one.Source).ToArray() : [];
        List<ImmutableDictionary<string, JsonElement>> ways = [ImmutableDictionary<string, JsonElement>.Empty];
        foreach (var field in item.Form)
        {
            var matters = conditions.Any(text => text.Contains($"answers.{field.Name}", StringComparison.Ordinal));
            ways = [.. ways.SelectMany(soFar => IsAsked(world, item, field, soFar)
                ? Values(field).Take(matters ? int.MaxValue : 1).Select(
                    value => soFar.SetItem(field.Name, JsonSerializer.SerializeToElement(value)))
                : [soFar])];
            ways.Count.ShouldBeLessThanOrEqualTo(MostWays, $"{item.Id} branches too much at {field.Name}");
        }

        return ways;
    }

    private static bool IsAsked(
        CityWorld world, Item item, Field field, ImmutableDictionary<string, JsonElement> soFar) =>
        field.Required && (field.When is null || world.Rules.AskAbout(item, CityWorld.Resident(), world.Clock.Now())
            .Answering(soFar).Holds(field.When));

    private static IEnumerable<object> Values(Field field) => field.Type switch
    {
        FieldType.Choice => field.Options.Select(option => (object)option.Value),
        FieldType.Many => field.Options.Select(option => (object)new[] { option.Value }),
        FieldType.Boolean => [false, true],
        FieldType.Number => new object[] { Least(field), Most(field) }.Distinct(),
        FieldType.Date => ["1990-01-01"],
        FieldType.CitizenId => ["41010019880312011X"],
        FieldType.CreditCode => ["91410100TTTTTT0112"],
        FieldType.Phone => ["037100000001"],
        FieldType.Area => ["410105001"],
        FieldType.Lines => [new[] { "one" }],
        _ => [new string('A', (int)Math.Max(field.Min ?? 1, 1))],
    };

    private static long Least(Field field) => (long)decimal.Ceiling(field.Min ?? 1);

    private static long Most(Field field) => (long)decimal.Floor(field.Max ?? Least(field) + 1_000);
}
