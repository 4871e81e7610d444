using Heluo.Kernel;

namespace Heluo.Packs.Tests;

public sealed class TextShapesTests
{
    [Fact]
    public void A_text_needs_every_language_of_the_pack_and_no_other()
    {
        var (value, codes) = Shapes.Localized().Read("{en: Tower, fr: Tour}", "zh", "en");

        codes.ShouldBe(["pack.language_missing", "pack.language_unknown"], ignoreOrder: true);
        value.In("en").ShouldBe("Tower");
    }

    [Fact]
    public void The_default_language_comes_first_whatever_the_order_written()
    {
        var value = Shapes.Localized().Read("{en: Tower, zh: 塔}", "zh", "en").Value;

        value.ToString().ShouldBe("塔");
        value.Texts.Select(text => text.Key).ShouldBe(["zh", "en"]);
    }

    [Theory]
    [InlineData("Tower", "pack.wrong_type")]
    [InlineData("{en: }", "pack.wrong_type")]
    [InlineData("{en: \" \"}", "pack.blank")]
    [InlineData("{en: 12}", "pack.wrong_type")]
    [InlineData("{en: [a]}", "pack.wrong_type")]
    [InlineData("{en: abcdefghijk}", "pack.too_long")]
    public void Each_language_holds_a_text(string yaml, string code) =>
        Shapes.Localized(10).Read(yaml).Codes.ShouldBe([code]);

    [Fact]
    public void Lines_keep_their_breaks_and_lose_the_last()
    {
        var value = Shapes.LocalizedLines().Read("en: |\n  one\n  two\n").Value;

        value.In("en").ShouldBe("one\ntwo");
        Shapes.Localized().Read("en: |\n  one\n  two\n").Codes.ShouldBe(["pack.line_break"]);
    }

    [Fact]
    public void Words_are_listed_per_language()
    {
        var words = Shapes.PerLanguage(Shapes.List(Shapes.Text(20), max: 3));

        words.Read("{en: [a, b], zh: [甲]}", "zh", "en").Value["zh"].ShouldBe(["甲"]);
        words.Read("{en: [a, b]}", "zh", "en").Codes.ShouldBe(["pack.language_missing"]);
    }

    [Theory]
    [InlineData("zh", "塔")]
    [InlineData("zh-CN", "塔")]
    [InlineData("EN", "Tower")]
    [InlineData("en-GB", "Tower")]
    [InlineData("fr", "塔")]
    public void A_text_falls_back_to_the_base_language_and_then_to_the_default(string language, string text) =>
        new Localized([new("zh", "塔"), new("en", "Tower")]).In(language).ShouldBe(text);

    [Fact]
    public void A_text_goes_through_json_unchanged()
    {
        var text = new Localized([new("zh", "塔"), new("en", "Tower")]);

        System.Text.Json.JsonSerializer.Deserialize<Localized>(System.Text.Json.JsonSerializer.Serialize(text))
            .ShouldBe(text);
    }

    [Theory]
    [InlineData("\"Tower\"")]
    [InlineData("{\"en\":1}")]
    [InlineData("{\"en\":\"a\",\"en\":\"b\"}")]
    public void Json_of_another_form_is_refused(string json) => Should.Throw<System.Text.Json.JsonException>(
        () => System.Text.Json.JsonSerializer.Deserialize<Localized>(json));

    [Fact]
    public void A_text_in_no_language_is_empty_and_two_are_equal_by_content()
    {
        Localized.Empty.In("en").ShouldBe("");
        Localized.Of("en", "a").ShouldBe(Localized.Of("en", "a"));
        Localized.Of("en", "a").ShouldNotBe(Localized.Of("fr", "a"));
        Should.Throw<ArgumentException>(() => new Localized([new("en", "a"), new("en", "b")]));
    }
}
