using System.Text;
using CsCheck;

namespace Heluo.Packs.Tests.Yaml;

/// <summary>The fast reader gives what the full parser gives, or nothing.</summary>
public sealed class PlainYamlTests
{
    private const string Sample = """
        # a file as packs are written
        items:
          - item: food-business   # a comment
            name: {zh: 食品, en: "Food: \"a\" \\ b"}
            lists: [a, 'it''s', -5, "x"]
            limits:
              law: {amount: 20, unit: working-day}
              demo: [limits.promise,
                basic-code]
            body: |
              First line.

                indented
              Last line.
            folded: >-
              one
              two

              three
            plan:
            - step: check
              when: answers.area > 50
            - {step: other, do: []}
            -   - nested
            url: https://example.org/a#b
          - item: b-2
            empty: {}
        tail: 'quoted' # end
        """;

    [Fact]
    public void Every_file_of_the_packs_is_plain_and_reads_alike()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "packs"), "*.yaml", SearchOption.AllDirectories);

        var left = files.Where(file => !IsAlike(File.ReadAllText(file)));

        files.Length.ShouldBeGreaterThan(80);
        left.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a: 1\n")]
    [InlineData("a:\n- 1\n- 2\nb: 3\n")]
    [InlineData("a:\n  - b: 1\n    c: |\n      x\n    d: 2\n  - {e: [1, {f: g}]}\n")]
    [InlineData("a: |\n  x\n\n\n# comment\nb: >\n  y\n  z\n")]
    [InlineData("a: {b: c,\n  d: e}   # said\n")]
    [InlineData("\"a b\": 'c''d'\n'e': \"f\\\"g'\\\\\"\n")]
    [InlineData("a: b#c\nd: x # y\ne: -1\nf: a:b\ng: http://x\n")]
    [InlineData("a: {b: '', c: \"\"}\n")]
    [InlineData("a: [b c, d  ]\n")]
    [InlineData("# only\n\na: b\n\n# end\n")]
    public void What_is_plain_reads_alike(string text) => IsAlike(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("a: 1")]
    [InlineData("a: b: c\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a:\n")]
    [InlineData("a:\nb: 1\n")]
    [InlineData("a: &x b\n")]
    [InlineData("a: *x\n")]
    [InlineData("a: !t b\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: {b: 1, b: 2}\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: 1\n...\n")]
    [InlineData("---\na: 1\n")]
    [InlineData("a: {b: 1\n")]
    [InlineData("a: {b:\n 1}\n")]
    [InlineData("a: [b,]\n")]
    [InlineData("a: [b: c]\n")]
    [InlineData("a: [\nb]\n")]
    [InlineData("a: \"b\\tc\"\n")]
    [InlineData("a: \"b\n  c\"\n")]
    [InlineData("a: \"b\" c\n")]
    [InlineData("a: |2\n  b\n")]
    [InlineData("a: >\n  b\n    c\n")]
    [InlineData("a: |\n    b\n  c\n")]
    [InlineData("a:\tb\n")]
    [InlineData("a: b\r\n")]
    [InlineData("- a\n")]
    [InlineData("a:\n    b: 1\n  c: 2\n")]
    [InlineData("a: @b\n")]
    [InlineData("a: b # c\n  d\n")]
    public void What_is_rare_or_wrong_is_left_to_the_parser(string text) =>
        PlainYaml.Read("file.yaml", text, new NodeBudget(1000)).ShouldBeNull();

    [Fact]
    public void It_never_takes_more_values_than_there_are_left()
    {
        var budget = new NodeBudget(3);

        PlainYaml.Read("file.yaml", "a: [1, 2]\n", budget).ShouldBeNull();
        PlainYaml.Read("file.yaml", "a: 1\n", budget).ShouldNotBeNull();
        budget.Take().ShouldBeFalse();
    }

    [Fact]
    public void Deep_brackets_are_left_before_the_stack_ends()
    {
        var deep = $"a: {new string('[', 200_000)}{new string(']', 200_000)}\n";

        PlainYaml.Read("file.yaml", deep, new NodeBudget(1_000_000)).ShouldBeNull();
    }

    [Fact]
    public void However_a_file_is_damaged_both_read_alike_or_the_fast_one_reads_nothing()
    {
        var text = Sample.ReplaceLineEndings("\n") + "\n";
        string[] pieces =
        [
            ":", " ", "  ", "\n", "-", "- ", "#", " #", "'", "\"", "\\", ",", "[", "]", "{", "}", "|", ">", "|\n", "a",
            ": ", "?", "&", "*", "!", "...", "---", "\n\n", ":\n", "x: y\n", "%", "@", "1",
        ];
        var cuts = Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 6], Gen.Int[0, pieces.Length - 1]);

        cuts.Array[1, 4].Sample(
            damages =>
            {
                var damaged = new StringBuilder(text);
                foreach (var (at, length, which) in damages)
                {
                    var start = Math.Min(at, damaged.Length - 1);
                    damaged.Remove(start, Math.Min(length, damaged.Length - start)).Insert(start, pieces[which]);
                }

                var written = damaged.ToString();
                return PlainYaml.Read("f.yaml", written, new NodeBudget(9_999)) is null || IsAlike(written);
            },
            iter: 20_000);
    }

    private static bool IsAlike(string text)
    {
        var (fast, full) = (new NodeBudget(20_000), new NodeBudget(20_000));
        var faults = new List<PackFault>();
        if (PlainYaml.Read("f.yaml", text, fast) is not { } plain)
        {
            return false;
        }

        var parsed = new YamlNodes("f.yaml", text, full, faults).Root();
        return faults.Count == 0 && Told(plain) == Told(parsed) && Left(fast) == Left(full);
    }

    private static int Left(NodeBudget budget)
    {
        var left = 0;
        while (budget.Take())
        {
            left++;
        }

        return left;
    }

    private static string Told(PackNode node)
    {
        var words = new StringBuilder();
        Tell(node, words);
        return words.ToString();
    }

    private static void Tell(PackNode node, StringBuilder words)
    {
        words.Append(node.At.Line).Append(node.Kind);
        switch (node)
        {
            case PackScalar scalar:
                words.Append(scalar.TextAt.Line).Append(scalar.Plain).Append('«').Append(scalar.Text).Append('»');
                break;
            case PackList list:
                foreach (var item in list.Items)
                {
                    Tell(item, words.Append('-'));
                }

                break;
            case PackMap map:
                words.Append('/').Append(map.Key);
                foreach (var entry in map.Entries)
                {
                    Tell(entry.Value, words.Append('·').Append(entry.At.Line).Append(entry.Key).Append('='));
                }

                break;
        }

        words.Append(';');
    }
}
