using System.Text.Json;

namespace Heluo.Kernel.Tests;

public sealed class LocalizedTests
{
    private static readonly Localized Text = TestCalendars.Name("春节", "Spring Festival");

    [Theory]
    [InlineData("zh", "春节")]
    [InlineData("zh-CN", "春节")]
    [InlineData("EN", "Spring Festival")]
    [InlineData("en-GB", "Spring Festival")]
    [InlineData("fr", "春节")] // the pack's default
    [InlineData("", "春节")]
    public void A_text_answers_in_the_nearest_language(string language, string text) =>
        Text.In(language).ShouldBe(text);

    [Fact]
    public void No_text_is_the_empty_one()
    {
        Localized.Empty.In("zh").ShouldBe("");
        Localized.Empty.ToString().ShouldBe("");
        Text.Find("fr").ShouldBeNull();
    }

    [Fact]
    public void A_language_twice_is_an_error_of_the_caller() =>
        Should.Throw<ArgumentException>(() => new Localized([new("zh", "a"), new("zh", "b")]));

    [Fact]
    public void Texts_are_equal_when_their_languages_are()
    {
        TestCalendars.Name("春节", "Spring Festival").ShouldBe(Text);
        TestCalendars.Name("春节", "New Year").ShouldNotBe(Text);
        TestCalendars.Name("春节", "Spring Festival").GetHashCode().ShouldBe(Text.GetHashCode());
        Text.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void JSON_keeps_the_order_of_languages()
    {
        var json = JsonSerializer.Serialize(Localized.Of("en", "Flood"));
        json.ShouldBe("""{"en":"Flood"}""");
        JsonSerializer.Deserialize<Localized>("""{"en":"a","zh":"b"}""")!.ToString().ShouldBe("a");
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("""{"zh":1}""")]
    [InlineData("""{"zh":"a","zh":"b"}""")]
    public void Wrong_JSON_is_refused(string json) =>
        Should.Throw<Exception>(() => JsonSerializer.Deserialize<Localized>(json))
            .ShouldBeOfType<JsonException>();
}
