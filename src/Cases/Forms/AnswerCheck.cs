using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Checks what was answered against a form and finds every fault at once. What passes is clean: only fields of
/// the
/// form, only those that were asked, each of its type.</summary>
public static class AnswerCheck
{
    /// <summary>Most fields one request may carry.</summary>
    public const int MostFields = 200;

    /// <summary>Checks answers.</summary>
    /// <param name="form">The questions in their order.</param>
    /// <param name="given">What was answered, by field name.</param>
    /// <param name="asks">Whether a condition holds, given the answers found clean so far.</param>
    /// <param name="partial">A draft: what is missing is no fault yet.</param>
    /// <returns>The clean answers and every fault (<c>answers.*</c>).</returns>
    public static (ImmutableDictionary<string, JsonElement> Clean, ImmutableArray<Fault> Faults) Check(
        ImmutableArray<Field> form,
        IReadOnlyDictionary<string, JsonElement> given,
        Func<CelText, IReadOnlyDictionary<string, JsonElement>, bool> asks,
        bool partial = false)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(asks);
        var clean = ImmutableDictionary.CreateBuilder<string, JsonElement>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (given.Count > MostFields)
        {
            return (clean.ToImmutable(), [new Fault("", "answers.too_many", $"More than {MostFields} answers.")]);
        }

        foreach (var field in form)
        {
            var asked = field.When is null || asks(field.When, clean);
            var answered = given.TryGetValue(field.Name, out var value) && !IsEmpty(value);
            if (!asked)
            {
                // An answer to a question that another answer has since removed is dropped, not blamed.
                continue;
            }

            if (!answered)
            {
                if (field.Required && !partial)
                {
                    faults.Add(new Fault(field.Name, "answers.missing", "An answer is needed."));
                }

                continue;
            }

            var read = AnswerValue.Read(field, value);
            if (read.Fault is null)
            {
                clean[field.Name] = read.Value;
            }
            else
            {
                faults.Add(read.Fault);
            }
        }

        foreach (var name in given.Keys.Where(name => form.All(field => field.Name != name)))
        {
            faults.Add(new Fault(name, "answers.unknown_field", "The form has no such field."));
        }

        return (clean.ToImmutable(), faults.ToImmutable());
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => AnswerValue.Whole(value) is { } text && string.IsNullOrWhiteSpace(text),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
