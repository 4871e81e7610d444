using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CsCheck;
using NodaTime;

namespace Heluo.Storage.Tests.Json;

public sealed class JournalJsonTests
{
    private enum Colour
    {
        Red,
        DarkGreen,
    }

    [Fact]
    public void Values_of_time_are_iso_texts()
    {
        var times = new Times(
            Instant.FromUtc(2021, 1, 4, 8, 0) + Duration.FromMilliseconds(5),
            new(2021, 2, 19),
            new(8, 30),
            new(2021, 2, 19, 17, 0),
            Duration.FromMinutes(150));
        Text(times).ShouldBe(
            """{"at":"2021-01-04T08:00:00.005Z","date":"2021-02-19","hour":"08:30:00","""
            + """ "local":"2021-02-19T17:00:00","span":"0:02:30:00"}""".TrimStart());
        Back<Times>(Text(times)).ShouldBe(times);
    }

    [Fact]
    public void Any_instant_survives_the_way_through_json() => Gen.Long[0, 4_102_444_800_000].Sample(milliseconds =>
    {
        var at = Instant.FromUnixTimeMilliseconds(milliseconds);
        return Back<Instant>(Text(at)) == at;
    });

    [Theory]
    [InlineData("\"2021-02-30\"")]
    [InlineData("\"\"")]
    [InlineData("5")]
    [InlineData("null")]
    public void A_text_that_is_no_date_is_refused(string json) =>
        Should.Throw<JsonException>(() => Back<LocalDate>(json));

    [Fact]
    public void Enums_go_by_name_and_never_by_number()
    {
        Text(Colour.DarkGreen).ShouldBe("\"darkGreen\"");
        Should.Throw<JsonException>(() => Back<Colour>("1"));
    }

    [Fact]
    public void A_type_that_parses_itself_is_its_text_and_may_be_a_key()
    {
        var holder = new Holder(new("a-1"), ImmutableDictionary<Mark, int>.Empty.Add(new("b-2"), 3));
        Text(holder).ShouldBe("""{"mark":"a-1","counts":{"b-2":3}}""");
        Back<Holder>(Text(holder)).Counts[new("b-2")].ShouldBe(3);
        Should.Throw<JsonException>(() => Back<Holder>("""{"mark":"","counts":{}}"""));
        Should.Throw<JsonException>(() => Back<Holder>("""{"mark":5,"counts":{}}"""));
    }

    [Fact]
    public void What_is_missing_and_has_no_default_is_refused()
    {
        Back<Given>("""{"needed":1,"list":[]}""").ShouldBe(new Given(1, []) { });
        Should.Throw<JsonException>(() => Back<Given>("""{"list":[]}"""));
        Should.Throw<JsonException>(() => Back<Given>("""{"needed":1}"""));
        Should.Throw<JsonException>(() => Back<Given>("""{"needed":1,"list":[],"text":null}"""));
        Back<Given>("""{"needed":1,"list":[],"optional":null}""").Optional.ShouldBeNull();
    }

    [Fact]
    public void Chinese_text_is_written_as_it_is() => Text("河洛").ShouldBe("\"河洛\"");

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, JournalJson.Options);

    private static T Back<T>(string json) => JsonSerializer.Deserialize<T>(json, JournalJson.Options)!;

    private sealed record Times(Instant At, LocalDate Date, LocalTime Hour, LocalDateTime Local, Duration Span);

    private sealed record Given(int Needed, ImmutableArray<int> List, int? Optional = null, string Text = "none")
    {
        public bool Equals(Given? other) =>
            other is not null && Needed == other.Needed && List.SequenceEqual(other.List);

        public override int GetHashCode() => Needed;
    }

    private sealed record Holder(Mark Mark, ImmutableDictionary<Mark, int> Counts);

    private readonly record struct Mark(string Text) : IParsable<Mark>
    {
        public static Mark Parse(string s, IFormatProvider? provider) =>
            TryParse(s, provider, out var mark) ? mark : throw new FormatException();

        public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Mark result)
        {
            result = new(s ?? "");
            return s?.Length > 0;
        }

        public override string ToString() => Text;
    }
}
