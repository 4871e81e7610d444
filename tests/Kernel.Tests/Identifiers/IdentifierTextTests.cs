using System.Text;
using System.Text.Json;
using CsCheck;

namespace Heluo.Kernel.Tests;

/// <summary>What holds for every identifier: text and JSON in and out, and no text whatever does harm.</summary>
public sealed class IdentifierTextTests
{
    private sealed record Paper(CitizenId Id, CreditCode? Firm, Dictionary<DivisionCode, CaseNumber> Cases);

    [Fact]
    public void Identifiers_are_written_in_JSON_as_their_text()
    {
        var paper = new Paper(
            CitizenId.Parse("41010019901010005x"),
            CreditCode.Parse("91410100TTTTTT0112"),
            new() { [DivisionCode.Parse("410105")] = CaseNumber.Parse("SJ-410105-20210104-0001") });
        var text = JsonSerializer.Serialize(paper);
        text.ShouldBe(
            """{"Id":"41010019901010005X","Firm":"91410100TTTTTT0112","Cases":{"410105":"SJ-410105-20210104-0001"}}""");
        var back = JsonSerializer.Deserialize<Paper>(text).ShouldNotBeNull();
        (back.Id, back.Firm).ShouldBe((paper.Id, paper.Firm));
        back.Cases.ShouldBe(paper.Cases);
    }

    [Theory]
    [InlineData("""{"Id":410100199001010001}""")]
    [InlineData("""{"Id":null}""")]
    [InlineData("""{"Id":{}}""")]
    [InlineData("""{"Id":"410100199001010002"}""")]
    [InlineData("""{"Cases":{"41":"SJ-410105-20210104-0001"}}""")]
    public void Wrong_JSON_is_refused_without_repeating_it(string json)
    {
        var failure = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Paper>(json));
        failure.Message.ShouldNotContain("410100199001010002");
    }

    [Fact]
    public void A_text_far_too_long_is_refused_before_it_is_read()
    {
        var json = $$"""{"Id":"{{new string('1', 1_000_000)}}"}""";
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Paper>(json)).Message.ShouldContain("too long");
    }

    [Fact]
    public void Parsing_wrong_text_names_the_code() =>
        Should.Throw<FormatException>(() => CreditCode.Parse("1")).Message.ShouldContain("credit_code.length");

    [Fact]
    public void No_text_whatever_brings_the_readers_down() =>
        Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char["0123456789Xx-ABYT\uFF11\u0660\u0000"], 0, 45],
            Gen.String[Gen.Char['0', '9'], 15, 18]).Sample(text =>
        {
            Reads<CitizenId>(text);
            Reads<CreditCode>(text);
            Reads<ImplementationCode>(text);
            Reads<DivisionCode>(text);
            Reads<CaseNumber>(text);
        });

    [Fact]
    public void Generic_parsing_is_the_same_as_reading()
    {
        Parsed<CaseNumber>("SJ-410105-20210104-0001").ToString().ShouldBe("SJ-410105-20210104-0001");
        Should.Throw<FormatException>(() => Parsed<DivisionCode>("x"));
    }

    private static T Parsed<T>(string text)
        where T : ISpanParsable<T>
    {
        T.TryParse(text, null, out var first).ShouldBe(T.TryParse(text.AsSpan(), null, out var second));
        first.ShouldBe(second);
        T.Parse(text.AsSpan(), null).ShouldBe(T.Parse(text, null));
        return T.Parse(text, null);
    }

    private static void Reads<T>(string text)
        where T : struct, IReadText<T>
    {
        if (T.Read(text).TryGet(out var value, out var refusal))
        {
            T.Read(value.ToString()).Value.ShouldBe(value);
            Encoding.ASCII.GetByteCount(value.ToString()!).ShouldBe(value.ToString()!.Length);
        }
        else
        {
            refusal.Kind.ShouldBe(RefusalKind.Invalid);
            refusal.Code.ShouldMatch("^[a-z_]+\\.[a-z_]+$");
        }
    }
}
