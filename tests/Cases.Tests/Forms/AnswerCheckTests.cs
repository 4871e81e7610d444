using System.Collections.Immutable;
using System.Text.Json;

namespace Heluo.Cases.Tests;

public class AnswerCheckTests
{
    [Theory]
    [InlineData(FieldType.Text, "5", "answers.type")]
    [InlineData(FieldType.Text, "[\"a\"]", "answers.type")]
    [InlineData(FieldType.Text, "\"a\\u0000b\"", "answers.control_character")]
    [InlineData(FieldType.Text, "\"a\\u001b[2J\"", "answers.control_character")]
    [InlineData(FieldType.Text, "\"\\ud800\"", "answers.type")]
    [InlineData(FieldType.Lines, "{\"a\": 1}", "answers.type")]
    [InlineData(FieldType.Lines, "[\"a\", 5]", "answers.type")]
    [InlineData(FieldType.Lines, "[\"a\\u0007\"]", "answers.type")]
    [InlineData(FieldType.Lines, "[\" \"]", "answers.missing")]
    [InlineData(FieldType.Choice, "\"three\"", "answers.not_an_option")]
    [InlineData(FieldType.Choice, "\"ONE\"", "answers.not_an_option")]
    [InlineData(FieldType.Choice, "1", "answers.not_an_option")]
    [InlineData(FieldType.Choice, "\"\\udc00\"", "answers.not_an_option")]
    [InlineData(FieldType.Many, "[\"one\", \"three\"]", "answers.not_an_option")]
    [InlineData(FieldType.Many, "[[\"one\"]]", "answers.not_an_option")]
    [InlineData(FieldType.Number, "true", "answers.type")]
    [InlineData(FieldType.Number, "\"1e3\"", "answers.type")]
    [InlineData(FieldType.Number, "1e400", "answers.type")]
    [InlineData(FieldType.Number, "\"NaN\"", "answers.type")]
    [InlineData(FieldType.Number, "\"١٢\"", "answers.type")]
    [InlineData(FieldType.Number, "1.5", "answers.decimals")]
    [InlineData(FieldType.Number, "99999999999999999999999999999999", "answers.type")]
    [InlineData(FieldType.Date, "\"2021-02-30\"", "answers.type")]
    [InlineData(FieldType.Date, "\"1021-02-03\"", "answers.type")]
    [InlineData(FieldType.Date, "20210203", "answers.type")]
    [InlineData(FieldType.Boolean, "\"perhaps\"", "answers.type")]
    [InlineData(FieldType.Boolean, "1", "answers.type")]
    [InlineData(FieldType.CitizenId, "\"110105194912310021\"", "id.check_digit")]
    [InlineData(FieldType.CreditCode, "\"91410100TTTTTT0113\"", "credit_code.check_digit")]
    [InlineData(FieldType.Phone, "\"call me\"", "answers.phone")]
    [InlineData(FieldType.Phone, "\"1234\"", "answers.phone")]
    [InlineData(FieldType.Agency, "\"../etc/passwd \"", null)]
    [InlineData(FieldType.Agency, "\"a b\"", "answers.type")]
    [InlineData(FieldType.Officer, "\"officer/x'--\"", "answers.type")]
    [InlineData(FieldType.Area, "[\"410105\"]", "answers.type")]
    public void A_value_that_is_not_of_its_type_is_refused_by_code(FieldType type, string json, string? code)
    {
        var (clean, faults) = Check([Options(Trial.Field("f", type))], ("f", json));
        if (code is null)
        {
            faults.ShouldBeEmpty();
            return;
        }

        clean.ShouldBeEmpty();
        faults.ShouldHaveSingleItem().Field.ShouldBe("f");
        faults[0].Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(FieldType.Text, "\" a\\r\\nb \"", "\"a\\nb\"")]
    [InlineData(FieldType.Lines, "\"a\\n\\n b \"", "[\"a\",\"b\"]")]
    [InlineData(FieldType.Many, "[\"one\",\"one\"]", "[\"one\"]")]
    [InlineData(FieldType.Many, "\"two\"", "[\"two\"]")]
    [InlineData(FieldType.Number, "\" 7 \"", "7")]
    [InlineData(FieldType.Number, "7.0", "7")]
    [InlineData(FieldType.Boolean, "\"on\"", "true")]
    [InlineData(FieldType.CitizenId, "\"11010519491231002x\"", "\"11010519491231002X\"")]
    [InlineData(FieldType.Phone, "\"0371 6789 0000\"", "\"037167890000\"")]
    public void What_a_form_without_script_sends_is_brought_to_its_type(FieldType type, string json, string clean)
    {
        var (found, faults) = Check([Options(Trial.Field("f", type))], ("f", json));
        faults.ShouldBeEmpty();
        found["f"].GetRawText().ShouldBe(clean);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \\t\"")]
    [InlineData("[]")]
    public void An_empty_answer_is_no_answer(string json)
    {
        foreach (var type in Enum.GetValues<FieldType>())
        {
            Check([Options(Trial.Field("f", type, required: true))], ("f", json)).Faults.Select(fault => fault.Code)
                .ShouldBe(["answers.missing"]);
            Check([Options(Trial.Field("f", type))], ("f", json)).Faults.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Bounds_hold_however_large_a_pack_writes_them()
    {
        var text = Trial.Field("f", FieldType.Text) with { Max = 1_000_000_000_000m };
        Check([text], ("f", Json(new string('a', 4_000)))).Faults.ShouldBeEmpty();
        Check([text], ("f", Json(new string('a', 4_001)))).Faults[0].Code.ShouldBe("answers.too_long");
        Check([text with { Max = -5 }], ("f", "\"a\"")).Faults[0].Code.ShouldBe("answers.too_long");
        Check([text with { Min = 3, Max = 5 }], ("f", "\"ab\"")).Faults[0].Code.ShouldBe("answers.too_short");

        var lines = Trial.Field("f", FieldType.Lines) with { Max = 1_000_000_000_000m };
        Check([lines], ("f", Json(Enumerable.Repeat("a", 101)))).Faults[0].Code.ShouldBe("answers.too_many");
        Check([lines], ("f", Json(new[] { new string('a', 1_001) }))).Faults[0].Code.ShouldBe("answers.too_long");

        var number = Trial.Field("f", FieldType.Number) with { Min = 0, Max = 10, Decimals = 2 };
        Check([number], ("f", "-0.01")).Faults[0].Code.ShouldBe("answers.too_small");
        Check([number], ("f", "10.01")).Faults[0].Code.ShouldBe("answers.too_big");
        Check([number], ("f", "9.999")).Faults[0].Code.ShouldBe("answers.decimals");
        Check([number], ("f", "9.99")).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Too_many_answers_are_not_even_looked_at()
    {
        var many = Enumerable.Range(0, 201).Select(i => ($"f{i}", "1")).ToArray();
        Check([], many).Faults.Select(fault => fault.Code).ShouldBe(["answers.too_many"]);
    }

    [Fact]
    public void A_question_that_is_not_asked_takes_no_answer_and_what_hangs_on_it_neither()
    {
        ImmutableArray<Field> form =
        [
            Trial.Field("a", FieldType.Boolean, required: true),
            Trial.Field("b", FieldType.Text, required: true) with { When = Trial.Cel("a") },
            Trial.Field("c", FieldType.Text, required: true) with { When = Trial.Cel("b") },
        ];
        Check(form, ("a", "false"), ("b", "\"hidden\""), ("c", "\"deeper\"")).Clean.Keys.ShouldBe(["a"]);
        Check(form, (
            "a", "true")).Faults.Select(fault => (fault.Field, fault.Code)).ShouldBe([("b", "answers.missing")]);
        Check(form, ("a", "true"), ("b", "\"x\"")).Faults.Select(fault => fault.Field).ShouldBe(["c"]);
    }

    [Fact]
    public void Every_fault_is_found_at_once_and_fields_of_no_form_are_named() =>
        Check(
            [Trial.Field("a", FieldType.Number), Trial.Field("b", FieldType.Text, required: true)],
            ("a", "\"x\""), ("c", "1"), ("__proto__", "1"))
            .Faults.Select(fault => (fault.Field, fault.Code)).ShouldBe(
            [
                ("a", "answers.type"), ("b", "answers.missing"), ("c", "answers.unknown_field"),
                ("__proto__", "answers.unknown_field"),
            ], ignoreOrder: true);

    private static (ImmutableDictionary<string, JsonElement> Clean, ImmutableArray<Kernel.Fault> Faults) Check(
        ImmutableArray<Field> form, params (string Field, string Json)[] answers) =>
        AnswerCheck.Check(
            form,
            answers.ToDictionary(one => one.Field, one => JsonDocument.Parse(one.Json).RootElement),
            (when, soFar) =>
                soFar.TryGetValue(when.Source, out var value) && value.ValueKind is not JsonValueKind.False);

    private static Field Options(Field field) =>
        field with { Options = [new("one", Trial.Say("one")), new("two", Trial.Say("two"))] };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
