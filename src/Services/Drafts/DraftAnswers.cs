using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Services;

/// <summary>Shows the answers of a draft to whoever fills it in: personal ones only once it is written down who
/// looks.</summary>
/// <param name="data">Writes down who looks.</param>
public sealed class DraftAnswers(PersonalData data)
{
    /// <summary>What the access log says the answers are opened for.</summary>
    public const string Purpose = "fill-in-application";

    /// <summary>All answers of a draft that the actor was allowed to read; erased ones are left out.</summary>
    /// <returns>The answers by field, or what <see cref="PersonalData"/> refuses.</returns>
    public async Task<Outcome<ImmutableDictionary<string, JsonElement>>> OpenAsync(
        Draft draft, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Personal.IsEmpty)
        {
            return draft.Answers;
        }

        ImmutableArray<PersonalField> fields =
        [
            .. draft.Personal.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new PersonalField($"answers.{one.Key}", one.Value)),
        ];
        return (await data.OpenAsync(
            actor, Purpose, null, fields, ct)).Then<ImmutableDictionary<string, JsonElement>>(opened =>
        {
            var all = draft.Answers.ToBuilder();
            for (var i = 0; i < fields.Length; i++)
            {
                if (opened.Values[i] is { } value)
                {
                    all[fields[i].Name["answers.".Length..]] = value;
                }
            }

            return all.ToImmutable();
        });
    }
}
