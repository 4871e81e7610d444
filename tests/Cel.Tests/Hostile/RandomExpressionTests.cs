using CsCheck;

namespace Heluo.Cel.Tests.Hostile;

/// <summary>Random expressions give what a naive walk over the same tree gives.</summary>
public sealed class RandomExpressionTests
{
    private static readonly string[] Signs =
        ["+", "-", "*", "/", "%", "==", "!=", "<", ">=", "in", "&&", "||", "&&", "||"];

    private static readonly string[] Kinds = ["all", "exists", "exists_one", "map", "filter"];

    private static readonly CelEnvironment Environment = CelEnvironment.Standard
        .Declare("n", CelType.Dyn).Declare("t", CelType.Dyn).Declare("b", CelType.Dyn).Declare("l", CelType.Dyn);

    [Fact]
    public void The_compiled_answer_is_that_of_the_oracle() => Grown(5).Sample(Agree, iter: 6_000);

    [Fact]
    public void Typed_expressions_that_pass_the_checker_never_lack_an_overload_for_want_of_types() =>
        Grown(4).Sample(tree =>
        {
            var typed = CelEnvironment.Standard.Declare("n", CelType.Int).Declare("t", CelType.String)
                .Declare("b", CelType.Bool).Declare("l", CelType.List(CelType.Int));
            if (tree.Text.Contains("dyn(") || typed.Compile(tree.Text).Program is not { } program) return true;
            if (program.Type.ToString().Contains("dyn") || tree.Text.Contains('[')) return true;
            return program.Run(Values()).Error?.Code != CelCodes.NoOverload;
        }, iter: 5_000);

    private static bool Agree(Tree tree)
    {
        var names = new Dictionary<string, object>
        {
            ["n"] = 7L, ["t"] = "ab", ["b"] = true, ["l"] = new object[] { 3L, 0L, 7L },
        };
        string expected;
        try
        {
            expected = CelValue.From(tree.Value(names)).ToJson();
        }
        catch (OracleException)
        {
            expected = "error";
        }

        var compiled = Environment.Compile(tree.Text, expected: null, lenient: true);
        var result = compiled.Program.ShouldNotBeNull(string.Join('\n', compiled.Faults)).Run(Values());
        if (result.Error?.Code == CelCodes.Budget) return true;
        var answer = result.Succeeded ? result.Value.ToJson() : "error";
        answer.ShouldBe(expected, tree.Text);
        return true;
    }

    private static CelValue[] Values() => [7L, "ab", true, CelValue.From(new[] { 3, 0, 7 })];

    private static Gen<Tree> Grown(int height)
    {
        var leaf = Gen.OneOf(
            Gen.OneOf(Gen.Long[-3, 9], Gen.Const(long.MaxValue), Gen.Const(long.MinValue))
                .Select(n => (Tree)new Leaf(n)),
            Gen.Bool.Select(b => (Tree)new Leaf(b)),
            Gen.String["abc"].Select(s => (Tree)new Leaf(s.Length > 5 ? s[..5] : s)),
            Gen.OneOf(Gen.Const("n"), Gen.Const("t"), Gen.Const("b"), Gen.Const("l"), Gen.Const("e"))
                .Select(name => (Tree)new Name(name)));
        if (height == 0) return leaf;
        var part = Grown(height - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(Gen.Int[0, Signs.Length - 1], part, part, (sign, one, two) =>
                (Tree)new Binary(Signs[sign], one, two)),
            Gen.Select(Gen.Int[0, Signs.Length - 1], part, part, (sign, one, two) =>
                (Tree)new Binary(Signs[sign], one, two)),
            Gen.Select(part, part, part, (one, two, three) => (Tree)new Choice(one, two, three)),
            Gen.Select(Gen.Int[0, 3], part, (function, one) =>
                (Tree)new Call(function switch { 0 => "!", 1 => "size", 2 => "string", _ => "dyn" }, one)),
            part.Array[0, 4].Select(items => (Tree)new Many(items)),
            Gen.Select(Gen.Int[0, Kinds.Length - 1], part.Array[0, 3], part, (kind, items, body) =>
                (Tree)new Macro(Kinds[kind], new Many(items), "e", body)),
            Gen.Select(Gen.Int[0, Kinds.Length - 1], part, (kind, body) =>
                (Tree)new Macro(Kinds[kind], new Name("l"), "e", body)),
            Gen.Select(part, part, (one, two) => (Tree)new Bind("e", one, two)));
    }
}
