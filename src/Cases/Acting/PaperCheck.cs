using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>Checks the papers that come with a request; what they hold was checked when they were taken in.</summary>
internal static class PaperCheck
{
    /// <summary>Most papers one case may hold.</summary>
    public const int MostOfCase = 200;

    /// <summary>What a paper is called that answers no rule.</summary>
    public const string Other = "other";

    private const int LongestName = 200;

    public static ImmutableArray<Fault> Faults(CaseRules rules, ImmutableArray<PaperGiven> papers, int given)
    {
        if (given + papers.Length > MostOfCase)
        {
            return [new Fault("papers", "papers.too_many", $"A case holds at most {MostOfCase} papers.")];
        }

        return
        [
            .. papers.Where(paper => paper.Rule != Other && rules.Subject.Papers.All(rule => rule.Id != paper.Rule))
                .Select(paper => new Fault("papers." + paper.Rule, "papers.unknown", "No such paper is asked for.")),
            .. papers.Where(
                paper => paper.Name is not { Length: > 0 and <= LongestName } || paper.Name.Any(char.IsControl))
                .Select(paper => new Fault(
                    "papers." + paper.Rule, "papers.name", $"A paper has a name of at most {LongestName} characters.")),
        ];
    }
}
