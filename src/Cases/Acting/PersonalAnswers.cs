using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>Parts answers into those anybody at the desk may see and those sealed for their purpose.</summary>
public static class PersonalAnswers
{
    /// <summary>Splits clean answers: the open ones, and one sealed object per purpose, about the subject.</summary>
    public static (ImmutableDictionary<string, JsonElement> Open, ImmutableDictionary<string, Sealed> Personal) Split(
        ImmutableArray<Field> form, ImmutableDictionary<string, JsonElement> answers, string subject)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var open = answers;
        var byPurpose = new SortedDictionary<string, Dictionary<string, JsonElement>>(StringComparer.Ordinal);
        foreach (var field in form)
        {
            if (field.Personal is { } personal && answers.TryGetValue(field.Name, out var value))
            {
                open = open.Remove(field.Name);
                if (!byPurpose.TryGetValue(personal.Purpose, out var fields))
                {
                    byPurpose[personal.Purpose] = fields = new(StringComparer.Ordinal);
                }

                fields[field.Name] = value;
            }
        }

        return (open, byPurpose.ToImmutableDictionary(
            entry => entry.Key,
            entry => Sealed.Of(subject, entry.Key, JsonSerializer.SerializeToElement(entry.Value)),
            StringComparer.Ordinal));
    }
}
