using System.Collections.Frozen;
using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Services;

/// <summary>
/// Finds items by names, everyday words, themes and bodies, in every language of the pack: Chinese by pairs of
/// characters,
/// letters by beginnings of words and with a slip of the finger, and pinyin by first letters. In memory, made anew
/// with the pack.
/// </summary>
internal sealed class CatalogueSearch
{
    /// <summary>Characters of a query that are looked at.</summary>
    public const int LongestQuery = 60;

    // Shorter words (a, of, to) say nothing beside a longer one.
    private const int MeansSomething = 3;
    private const int LongestText = 300;
    private const int LongestInitials = 24;
    private const double WorthShowing = 0.3;

    // Of what the words of a query mean together, so much of what the best item answers.
    private const double WorthAnswering = 0.5;

    // Words without a meaning of their own: beside others they find nothing.
    private static readonly FrozenSet<string> Small = FrozenSet.Create(
        StringComparer.Ordinal,
        "and", "are", "can", "does", "for", "from", "get", "have", "how", "into", "like", "make", "must", "need", "new",
        "our", "please", "the", "this", "that", "want", "what", "when", "where", "which", "who", "with", "would", "you",
        "your");

    private readonly ImmutableArray<Item> items;
    private readonly Dictionary<string, Dictionary<int, double>> han = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, double>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, double>> initials = new(StringComparer.Ordinal);
    private readonly string[] sortedWords;
    private readonly string[] sortedInitials;

    private CatalogueSearch(ImmutableArray<Item> items, City city)
    {
        this.items = items;
        for (var at = 0; at < items.Length; at++)
        {
            var item = items[at];
            Take(at, item.Name, 8);
            foreach (var aliases in item.Aliases.Values)
            {
                // A pack writes the word that says it best first.
                for (var place = 0; place < aliases.Length; place++)
                {
                    Take(at, aliases[place], Math.Max(3, 6 - (0.1 * place)));
                }
            }

            Take(at, item.Theme, 2);
            if (item.Function is { } function && city.FindFunction(function) is { } found)
            {
                Take(at, found.Name, 2);
            }

            Take(at, item.Result.Name, 4);
        }

        sortedWords = [.. words.Keys.Order(StringComparer.Ordinal)];
        sortedInitials = [.. initials.Keys.Order(StringComparer.Ordinal)];
    }

    public static CatalogueSearch Of(ImmutableArray<Item> items, City city) => new(items, city);

    /// <summary>The items a query finds, the best first.</summary>
    public ImmutableArray<Item> Find(string query, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (scores, answered) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        Runs.Run[] runs = [.. Runs.Of(query, LongestQuery)];
        var hasWord = runs.Any(Means);
        foreach (var run in runs)
        {
            if (run.IsHan)
            {
                foreach (var part in Parts(run.Text, single: run.Text.Length == 1))
                {
                    Add(scores, han.GetValueOrDefault(part), 1);
                }
            }
            else if (Means(run) || (!hasWord && !Small.Contains(run.Text)))
            {
                AddWord(scores, answered, run.Text);
            }
        }

        var best = scores.Values.DefaultIfEmpty(0).Max();
        var most = runs.Any(run => run.IsHan) ? 0 : answered.Values.DefaultIfEmpty(0).Max();
        return
        [
            .. scores.Where(score => score.Value >= best * WorthShowing
                    && answered.GetValueOrDefault(score.Key) >= most * WorthAnswering)
                .OrderByDescending(score => score.Value).ThenBy(score => items[score.Key].Id, StringComparer.Ordinal)
                .Take(Math.Clamp(limit, 1, 50)).Select(score => items[score.Key]),
        ];
    }

    private static bool Means(Runs.Run run) =>
        run.IsHan || (run.Text.Length >= MeansSomething && !Small.Contains(run.Text));

    private void AddWord(Dictionary<int, double> scores, Dictionary<int, double> answered, string word)
    {
        var found = new HashSet<int>();
        foreach (var known in From(sortedWords, word))
        {
            Add(scores, words[known], known.Length == word.Length ? 1.5 : 1, found);
        }

        if (word.Length >= 2)
        {
            foreach (var known in From(sortedInitials, word))
            {
                Add(scores, initials[known], known.Length == word.Length ? 1.2 : 0.8, found);
            }
        }

        if (found.Count == 0 && word.Length >= 4)
        {
            foreach (var known in sortedWords.Where(known => Typo.IsSlip(word, known)))
            {
                Add(scores, words[known], 0.5, found);
            }
        }

        foreach (var item in found)
        {
            answered[item] = answered.GetValueOrDefault(item) + Rarity(found.Count);
        }
    }

    private void Add(
        Dictionary<int, double> scores, Dictionary<int, double>? postings, double factor, HashSet<int>? found = null)
    {
        foreach (var (item, weight) in postings ?? [])
        {
            scores[item] = scores.GetValueOrDefault(item) + (weight * factor * Rarity(postings!.Count));
            found?.Add(item);
        }
    }

    // What stands in every item tells little about any.
    private double Rarity(int among) => Math.Log(1 + ((double)items.Length / among));

    private void Take(int item, Localized text, double weight)
    {
        foreach (var one in text.Texts)
        {
            Take(item, one.Value, weight);
        }
    }

    private void Take(int item, string text, double weight)
    {
        foreach (var run in Runs.Of(text, LongestText))
        {
            if (!run.IsHan)
            {
                Keep(words, run.Text, item, weight);
                continue;
            }

            foreach (var part in Parts(run.Text, single: true))
            {
                Keep(han, part, item, weight);
            }

            var letters = Initials.OfRun(run.Text);
            for (var from = 0; from + 2 <= letters.Length; from++)
            {
                var tail = letters.AsSpan(from, Math.Min(LongestInitials, letters.Length - from)).ToString();
                Keep(initials, tail, item, from == 0 ? weight : weight / 2);
            }
        }
    }

    private static void Keep(Dictionary<string, Dictionary<int, double>> index, string term, int item, double weight)
    {
        if (!index.TryGetValue(term, out var postings))
        {
            index[term] = postings = [];
        }

        postings[item] = Math.Max(postings.GetValueOrDefault(item), weight);
    }

    private static IEnumerable<string> Parts(string run, bool single)
    {
        for (var at = 0; at + 2 <= run.Length; at++)
        {
            yield return run.Substring(at, 2);
        }

        if (single)
        {
            foreach (var character in run)
            {
                yield return character.ToString();
            }
        }
    }

    private static IEnumerable<string> From(string[] sorted, string start)
    {
        var at = Array.BinarySearch(sorted, start, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < sorted.Length && sorted[at].StartsWith(start, StringComparison.Ordinal); at++)
        {
            yield return sorted[at];
        }
    }
}
