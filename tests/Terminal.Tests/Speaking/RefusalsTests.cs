using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Tests.Speaking;

public sealed class RefusalsTests
{
    private static readonly Fault TooLong = new("name", "answers.too_long", "At most 60 characters.");

    [Fact]
    public void A_refusal_is_said_by_its_code() => Words.In("zh")
        .Of(new Refusal(RefusalKind.Conflict, "case.changed", "The case has changed."))
        .ShouldBe("您查看之后，办件有了变化。请刷新页面，核对后再办理。");

    [Fact]
    public void A_code_of_a_pack_says_the_sentence_of_the_pack()
    {
        var says = new Localized([new("zh", "还缺材料。"), new("en", "Papers are missing.")]);
        var refusal = new Refusal(RefusalKind.Conflict, "case.papers_missing", "Papers are missing.") { Says = says };

        Words.In("zh").Of(refusal).ShouldBe("还缺材料。");
        Words.In("en").Of(refusal).ShouldBe("Papers are missing.");
    }

    [Fact]
    public void A_code_that_nobody_translated_says_its_own_sentence() => Words.In("zh")
        .Of(new Refusal(RefusalKind.Conflict, "odd.code", "Odd.")).ShouldBe("Odd.");

    [Fact]
    public void A_fault_names_the_bound_of_its_field()
    {
        Words.In("zh").Of(TooLong, Field(FieldType.Text)).ShouldBe("最多 60 个字。请精简后再提交。");
        Words.In("en").Of(TooLong, Field(FieldType.Text)).ShouldBe("Use at most 60 characters.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fault_of_an_unknown_bound_names_none(bool lines) => Words.In("zh")
        .Of(TooLong, lines ? Field(FieldType.Lines) : null).ShouldBe("内容过长。请精简后再提交。");

    private static Field Field(FieldType type) =>
        new() { Name = "name", Label = Localized.Empty, Type = type, Max = 60 };
}
