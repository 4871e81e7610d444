using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cel;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Answers that a test of a pack gives, outside any case: conditions over them see <c>answers</c>
/// alone.</summary>
public static class GivenAnswers
{
    private static readonly CelEnvironment Names =
        RuleLanguage.Standard.Declare("answers", CelType.Map(CelType.String, CelType.Dyn));

    /// <summary>The clean answers and every fault, of a form that need not be whole.</summary>
    /// <param name="form">The questions.</param>
    /// <param name="given">What the test answers, by the field's id as the pack writes it.</param>
    public static (ImmutableDictionary<string, JsonElement> Clean, ImmutableArray<Fault> Faults) Check(
        ImmutableArray<Field> form, IEnumerable<KeyValuePair<string, JsonElement>> given) => AnswerCheck.Check(
        form,
        given.ToDictionary(answer => Kebab.ToCel(answer.Key), answer => answer.Value),
        (condition, answers) => Holds(condition, answers),
        partial: true);

    /// <summary>Whether a condition holds; none does always, one that cannot be worked out does not.</summary>
    public static bool Holds(CelText? condition, IReadOnlyDictionary<string, JsonElement> answers) =>
        condition is null || Run(condition, answers) is { Kind: CelKind.Bool, AsBool: true };

    /// <summary>Whether a condition's list has entries.</summary>
    public static bool HasEntries(CelText list, IReadOnlyDictionary<string, JsonElement> answers) =>
        Run(list, answers) is { Kind: CelKind.List, AsList.Count: > 0 };

    /// <summary>An id of a form as the pack writes it.</summary>
    public static string Written(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Replace('_', '-');
    }

    private static CelValue? Run(CelText text, IReadOnlyDictionary<string, JsonElement> answers)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Compile(Names).TryGet(out var program, out _))
        {
            return null;
        }

        var values =
            CelMap.From(answers.Select(answer => KeyValuePair.Create(answer.Key, CelValue.From(answer.Value))));
        return program.Run([CelValue.Of(values)]).Value;
    }
}
