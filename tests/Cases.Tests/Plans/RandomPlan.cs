using System.Collections.Immutable;
using System.Globalization;
using CsCheck;

namespace Heluo.Cases.Tests;

/// <summary>Random plans, and a slow, obvious reading of them. A condition is the word true or false, a list its
/// length.</summary>
internal static class RandomPlan
{
    public static Gen<PlanNode> Any { get; } =
        Gen.Int[0, int.MaxValue].Select(seed => Make(new Random(seed), 4, new Counter()));

    /// <summary>The steps that are done, each with where it stands: the nodes above it and the part taken in
    /// each.</summary>
    public static IEnumerable<(string Id, decimal Days, ImmutableArray<(bool Ordered, int Part)> Place)> Read(
        PlanNode node, ImmutableArray<(bool Ordered, int Part)> place, string suffix) => node switch
        {
            StepNode step => step.Step.When?.Source == "false" ? [] : [(step.Step.Id + suffix, step.Step.Days, place)],
            SequenceNode all => all.Parts.SelectMany((part, i) => Read(part, place.Add((true, i)), suffix)),
            ParallelNode all => all.Parts.SelectMany((part, i) => Read(part, place.Add((false, i)), suffix)),
            ChoiceNode choice => choice.Branches.Where(branch => branch.When?.Source != "false").Take(1)
                .SelectMany(branch => Read(branch.Part, place, suffix)),
            EachNode each => Enumerable.Range(1, Number(each.Over.Source))
                .SelectMany(i => Read(each.Part, place.Add((each.InTurn, i)), $"{suffix}-{i}")),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Whether one place must be done with before the other begins: where they part, a sequence has it
    /// earlier.</summary>
    public static bool Before(
        ImmutableArray<(bool Ordered, int Part)> one, ImmutableArray<(bool Ordered, int Part)> other)
    {
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            if (one[i] != other[i])
            {
                return one[i].Ordered && one[i].Part < other[i].Part;
            }
        }

        return false;
    }

    public static int Number(string source) => int.Parse(source, CultureInfo.InvariantCulture);

    public static PlanUnfolding Unfolding() =>
        new(text => text.Source == "true", text => Number(text.Source), function => function);

    private static PlanNode Make(Random random, int depth, Counter counter) => (depth == 0 ? 0 : random.Next(6)) switch
    {
        0 or 1 => new StepNode(new StepRule(
            $"s{counter.Next()}x", Trial.Say("x"), "worker", Function: null, random.Next(5),
            random.Next(3) switch { 0 => Trial.Cel("true"), 1 => Trial.Cel("false"), _ => null })),
        2 => new SequenceNode(Parts(random, depth, counter)),
        3 => new ParallelNode(Parts(random, depth, counter)),
        4 => new ChoiceNode([.. Parts(random, depth, counter).Select(part => new PlanBranch(
            random.Next(3) switch { 0 => Trial.Cel("true"), 1 => Trial.Cel("false"), _ => null }, part))]),
        _ => Each(random, Make(random, depth - 1, counter)),
    };

    // A list has at least what it has, or nothing is known of it.
    private static EachNode Each(Random random, PlanNode part)
    {
        var count = random.Next(4);
        return new EachNode(Trial.Cel($"{count}"), 3, part)
        {
            InTurn = random.Next(2) == 0,
            AtLeast = random.Next(count + 1),
        };
    }

    private static ImmutableArray<PlanNode> Parts(Random random, int depth, Counter counter) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Make(random, depth - 1, counter))];

    private sealed class Counter
    {
        private int last;

        public int Next() => ++last;
    }
}
