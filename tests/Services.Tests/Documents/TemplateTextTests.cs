using Heluo.Packs;

namespace Heluo.Services.Tests.Documents;

public class TemplateTextTests
{
    private static TemplateText Parse(string text) => TemplateText.Parse(text, new PackAt("documents/a.yaml", 10));

    [Theory]
    [InlineData("a {{b", "document.unclosed")]
    [InlineData("a {{}}", "document.empty")]
    [InlineData("{{/each}}", "document.unopened")]
    [InlineData("{{#each papers}} x", "document.unclosed")]
    [InlineData("{{#each papers}} {{#each papers}} x {{/each}}", "document.nested")]
    [InlineData("{{'}}", "document.unclosed")]
    public void A_broken_form_is_a_fault(string text, string code) =>
        Parse(text).Faults.Select(fault => fault.Code).ShouldContain(code);

    [Fact]
    public void A_fault_stands_at_its_own_line() =>
        Parse("one\n\ntwo {{}}\nthree").Faults.Single().Line.ShouldBe(12);

    [Fact]
    public void A_rule_stands_at_its_own_line() =>
        Parse("one {{a\n}}\n\n{{b}}").Blocks.SelectMany(block => block.Parts).Select(part => part.Rule)
            .OfType<CelText>().Select(rule => rule.At.Line).ShouldBe([10, 13]);

    [Fact]
    public void Blank_lines_part_paragraphs_and_a_list_is_one_block()
    {
        var text = Parse("one\nstill one\n\ntwo {{a}}\n\n{{#each list}}\n{{index}}. {{it}}\n{{/each}}\n\nthree");
        text.Faults.ShouldBeEmpty();
        text.Blocks.Length.ShouldBe(4);
        text.Blocks[2].Over!.Source.ShouldBe("list");
        text.Blocks.Count(block => block.Over is null).ShouldBe(3);
    }

    [Fact]
    public void Braces_in_a_quoted_text_do_not_end_the_expression() =>
        Parse("{{ '}}' + \"\\\"}}\" }}").Blocks.Single().Parts.Single().Rule!.Source.ShouldBe("'}}' + \"\\\"}}\"");
}
