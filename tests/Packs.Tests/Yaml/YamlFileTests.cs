using System.Text;
using CsCheck;

namespace Heluo.Packs.Tests.Yaml;

/// <summary>Hostile files first: each is refused with its code, quickly, and never half read.</summary>
public sealed class YamlFileTests
{
    [Fact]
    public void An_alias_bomb_is_refused_before_it_grows()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter <= 'i'; letter++)
        {
            var before = (char)(letter - 1);
            bomb.AppendLine($"{letter}: &{letter} [{string.Join(", ", Enumerable.Repeat($"*{before}", 9))}]");
        }

        var codes = Codes(bomb.ToString());

        codes.ShouldContain("pack.yaml_anchor");
        codes.ShouldContain("pack.yaml_alias");
    }

    [Fact]
    public void A_list_within_itself_is_refused() =>
        Codes("a: &a [*a]").ShouldBe(["pack.yaml_alias", "pack.yaml_anchor"], ignoreOrder: true);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    public void Deep_nesting_is_refused(string open, string close)
    {
        var deep =
            string.Concat(Enumerable.Repeat(open, 20_000)) + "x" + string.Concat(Enumerable.Repeat(close, 20_000));

        Codes(deep).ShouldBe(["pack.yaml_depth"]);
    }

    [Fact]
    public void Block_nesting_as_deep_as_allowed_is_read()
    {
        var allowed =
            string.Join('\n', Enumerable.Range(0, PackLimits.Depth).Select(i => new string(' ', i) + "a:")) + " x";
        var deeper =
            string.Join('\n', Enumerable.Range(0, PackLimits.Depth + 1).Select(i => new string(' ', i) + "a:")) + " x";

        Codes(allowed).ShouldBeEmpty();
        Codes(deeper).ShouldBe(["pack.yaml_depth"]);
    }

    [Fact]
    public void Too_many_values_are_refused()
    {
        var many = $"[{string.Join(',', Enumerable.Repeat("1", PackLimits.Nodes))}]";

        Codes(many).ShouldBe(["pack.yaml_nodes"]);
    }

    [Fact]
    public void The_budget_of_values_is_shared_by_the_files_of_a_pack()
    {
        var budget = new NodeBudget(10);

        Codes("[1, 2, 3, 4]", budget).ShouldBeEmpty();
        Codes("[1, 2, 3, 4, 5, 6]", budget).ShouldBe(["pack.yaml_nodes"]);
    }

    [Fact]
    public void A_file_over_the_size_is_refused_unread()
    {
        var faults = new List<PackFault>();
        YamlFile.Read("a.yaml", new byte[PackLimits.FileBytes + 1], new NodeBudget(10), faults).ShouldBeNull();

        faults.ShouldHaveSingleItem().Code.ShouldBe("pack.yaml_oversize");
    }

    [Theory]
    [InlineData("a: !!binary aGk=", "pack.yaml_tag")]
    [InlineData("a: !ruby/object:Gem x", "pack.yaml_tag")]
    [InlineData("!!map {a: b}", "pack.yaml_tag")]
    [InlineData("a: &x b", "pack.yaml_anchor")]
    [InlineData("a: *x", "pack.yaml_alias")]
    [InlineData("%YAML 1.1\n---\na: b", "pack.yaml_directive")]
    [InlineData("%TAG !e! tag:example,2000:\n---\na: b", "pack.yaml_directive")]
    [InlineData("a: b\n---\nc: d", "pack.yaml_documents")]
    [InlineData("a: b\na: c", "pack.yaml_duplicate_key")]
    [InlineData("? [a, b]\n: c", "pack.yaml_key")]
    [InlineData("? {a: b}\n: c", "pack.yaml_key")]
    [InlineData("'': c", "pack.yaml_key")]
    [InlineData("", "pack.yaml_empty")]
    [InlineData("# only a remark", "pack.yaml_empty")]
    [InlineData("~", "pack.yaml_empty")]
    [InlineData("---\n...", "pack.yaml_empty")]
    [InlineData("a: [b", "pack.yaml_syntax")]
    [InlineData("a: 'b", "pack.yaml_syntax")]
    [InlineData("a:\n\t- b", "pack.yaml_syntax")]
    [InlineData("a: b: c", "pack.yaml_syntax")]
    [InlineData("a: \"\\q\"", "pack.yaml_syntax")]
    [InlineData("a: b\u202Ec", "pack.yaml_character")]
    [InlineData("a: \u0000", "pack.yaml_character")]
    [InlineData("a: \u001b[31m", "pack.yaml_character")]
    public void What_a_pack_may_not_hold_has_its_code(string text, string code) => Codes(text).ShouldBe([code]);

    [Fact]
    public void A_hidden_character_written_as_an_escape_is_refused_too() =>
        Codes("a: \"b\\u202Ec\"").ShouldBe(["pack.yaml_character"]);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        var faults = new List<PackFault>();
        YamlFile.Read("a.yaml", new byte[] { (byte)'a', (byte)':', (byte)' ', 0xD6, 0xD0 }, new NodeBudget(10), faults)
            .ShouldBeNull();

        faults.ShouldHaveSingleItem().Code.ShouldBe("pack.yaml_encoding");
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var faults = new List<PackFault>();
        var root =
            YamlFile.Read(
                "a.yaml", (byte[])[
                    0xEF, 0xBB, 0xBF, (byte)'a', (byte)':', (byte)' ', (byte)'b'], new NodeBudget(10), faults);

        root.ShouldBeOfType<PackMap>().Find("a").ShouldNotBeNull();
    }

    [Fact]
    public void What_is_only_forbidden_is_all_reported_at_its_line()
    {
        var faults = Faults("a: &x 1\nb: *x\nc: !t 2\nc: 3\n");

        faults.Select(fault => (fault.Line, fault.Code)).ShouldBe(
        [
            (1, "pack.yaml_anchor"), (2, "pack.yaml_alias"), (3, "pack.yaml_tag"), (4, "pack.yaml_duplicate_key"),
        ]);
    }

    [Fact]
    public void A_syntax_fault_names_its_line_in_one_sentence()
    {
        var fault = Faults("a: 1\nb: 2\nc: [").ShouldHaveSingleItem();

        fault.Line.ShouldBeInRange(3, 4);
        fault.Message.ShouldStartWith("This is not YAML: ");
        fault.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData("08:00-12:00", true)]
    [InlineData("2021-01-04", true)]
    [InlineData("no", true)]
    [InlineData("off", true)]
    [InlineData("1.2.3", true)]
    [InlineData("12", false)]
    [InlineData("0102", false)]
    [InlineData("-3.5e2", false)]
    [InlineData("0x1F", false)]
    [InlineData(".inf", false)]
    [InlineData("true", false)]
    [InlineData("null", false)]
    [InlineData("~", false)]
    public void Only_what_yaml_itself_takes_for_text_is_text_without_quotes(string word, bool isText)
    {
        YamlTypes.IsText(new PackScalar(default, word, plain: true)).ShouldBe(isText);
        YamlTypes.IsText(new PackScalar(default, word, plain: false)).ShouldBeTrue();
    }

    [Fact]
    public void A_block_text_says_where_its_first_line_stands()
    {
        var faults = new List<PackFault>();
        var root =
            (PackMap)YamlFile.Read(
                "a.yaml", "a: b\nc: |\n  first\n  second\n"u8.ToArray(), new NodeBudget(10), faults)!;

        ((PackScalar)root.Find("a")!.Value).TextAt.Line.ShouldBe(1);
        ((PackScalar)root.Find("c")!.Value).TextAt.Line.ShouldBe(3);
    }

    [Fact]
    public void Random_bytes_never_break_the_reader()
    {
        Gen.Char["{}[]:,-&*!|>'\"%@`# \n\tabc01~?"].Array[0, 60].Sample(letters =>
        {
            var faults = new List<PackFault>();
            var root = YamlFile.Read("a.yaml", Encoding.UTF8.GetBytes(letters), new NodeBudget(100), faults);
            return root is not null || faults.Count > 0;
        }, iter: 3000);
    }

    private static string[] Codes(string text, NodeBudget? budget = null) =>
        [.. Faults(text, budget).Select(fault => fault.Code).Distinct()];

    private static List<PackFault> Faults(string text, NodeBudget? budget = null)
    {
        var faults = new List<PackFault>();
        YamlFile.Read("a.yaml", Encoding.UTF8.GetBytes(text), budget ?? new NodeBudget(PackLimits.Nodes), faults);
        return faults;
    }
}
