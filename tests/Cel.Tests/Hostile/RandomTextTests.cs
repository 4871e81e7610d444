using CsCheck;

namespace Heluo.Cel.Tests.Hostile;

/// <summary>No text whatever may crash the reader, the checker or the evaluator, or keep them for ever.</summary>
public sealed class RandomTextTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "x", "1", "0", "2u", "1.5", "9223372036854775807", "'t'", "\"\"", "b'z'", "r'\\'", "true", "false",
        "null", "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||", "!", "?", ":", ".", ",",
        "(", ")", "[", "]", "{", "}", ".?", "[?", "{?", "has(", "size(", "int(", "string(", "timestamp(", "duration(",
        ".map(x, ", ".filter(x, ", ".all(x, ", ".exists(x, ", ".exists_one(x, ", ".transformMap(k, v, ", ".sortBy(x, ",
        "cel.bind(x, ", "cel.block([", "cel.index(0)", "optional.of(", "optional.none()", ".orValue(", ".optMap(x, ",
        ".matches('a*')", ".split('')", ".format([", ".replace('', ", "lists.range(9)", "math.greatest(", "dyn(",
        "type(",
        " ", "\n", "//", "`a`", "'", "\\", "\u0001", "许", "😀", ".a", "[0]", "T{", "google.protobuf.Timestamp",
    ];

    private static readonly CelEnvironment Environment = CelEnvironment.Standard
        .Declare("a", CelType.Dyn).Declare("b", CelType.List(CelType.Int));

    private static readonly CelBudget Small = new() { Steps = 2_000, Items = 1_000, TextLength = 10_000 };

    [Fact]
    public void Random_characters_are_answered() => Gen.String.Sample(Answers, iter: 2_000);

    [Fact]
    public void Random_pieces_of_expressions_are_answered() =>
        Gen.Int[0, Pieces.Length - 1].Array[1, 40]
            .Select(picks => string.Concat(picks.Select(pick => Pieces[pick])))
            .Sample(Answers, iter: 6_000);

    [Fact]
    public void A_good_expression_with_one_wrong_character_is_answered() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 200], Gen.Char)
            .Select((pick, at, unit) => Good[pick].Insert(at % Good[pick].Length, unit.ToString()))
            .Sample(Answers, iter: 5_000);

    [Fact]
    public void A_good_expression_cut_short_is_answered() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 200])
            .Select((pick, at) => Good[pick][..(at % Good[pick].Length)])
            .Sample(Answers, iter: 1_000);

    private static readonly string[] Good =
    [
        "a.b.c == 'x' && b.exists(i, i > 3 ? true : false) || has(a.d)",
        "cel.bind(n, size(b), {'k': [n, n + 1u, 0x1F], \"l\": b'\\x00'}[?'k'].orValue([]))",
        "timestamp('2021-01-01T00:00:00Z') + duration('1h') < a || '%s %d'.format([a, 1]) in ['', r'\\d+']",
        "b.transformMapEntry(i, v, v % 2 == 0, {string(v): i}).map(k, k.matches('^[0-9]{1,3}$'))",
    ];

    private static void Answers(string source)
    {
        foreach (var lenient in new[] { false, true })
        {
            var compiled = Environment.Compile(source, expected: null, lenient);
            if (compiled.Program is null)
            {
                compiled.Faults.ShouldNotBeEmpty();
                compiled.Faults.ShouldAllBe(fault => fault.At.Line >= 1 && fault.At.Column >= 1);
                continue;
            }

            compiled.Faults.ShouldBeEmpty();
            var result = compiled.Program.Run([CelValue.Null, CelValue.From(new[] { 1, 2, 3 })], Small);
            (result.Succeeded == result.Error is null).ShouldBeTrue();
            result.Value.ToJson().ShouldNotBeNull();
        }
    }
}
