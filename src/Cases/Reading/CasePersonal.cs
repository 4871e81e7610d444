using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Cases;

/// <summary>Opens the personal answers of a case, once it is written down who looks, what for and for which
/// case.</summary>
/// <param name="data">Writes down who looks.</param>
public sealed class CasePersonal(PersonalData data)
{
    /// <summary>Opens what was sealed for a purpose; nothing is opened for another than it was asked for.</summary>
    /// <param name="state">A case that the actor was allowed to read.</param>
    /// <param name="purpose">One of the keys of <see cref="Case.Personal"/>.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>The answers by field; or <c>case.no_personal</c>, <c>case.personal_erased</c>, or what
    /// <see cref="PersonalData"/> refuses.</returns>
    public async Task<Outcome<ImmutableDictionary<string, JsonElement>>> OpenAsync(
        Case state, string purpose, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.Personal.TryGetValue(purpose ?? "", out var values))
        {
            return new Refusal(
                RefusalKind.NotFound, "case.no_personal", "Nothing personal was asked for this purpose.");
        }

        return (await data.OpenAsync(
            actor, purpose!, state.Number, [new PersonalField($"answers.{purpose}", values)], ct))
            .Then<ImmutableDictionary<string, JsonElement>>(
                opened => opened.Values[0] is { ValueKind: JsonValueKind.Object } all
                ? all.EnumerateObject().ToImmutableDictionary(one => one.Name, one => one.Value)
                : new Refusal(RefusalKind.Gone, "case.personal_erased", "These answers were erased."));
    }
}
