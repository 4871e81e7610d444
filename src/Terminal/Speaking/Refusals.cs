using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Terminal.Speaking;

/// <summary>Translates refusals by their code. A code that a pack made up says its own sentence.</summary>
internal static class Refusals
{
    /// <summary>The sentence of a refusal, with its values filled in.</summary>
    public static string Of(this Words words, Refusal refusal)
    {
        var text = words.Find($"refusal.{refusal.Code}") ?? refusal.Sentence;
        return Words.Fill(text, [.. refusal.Values.Select(value => (value.Key, (object?)value.Value))]);
    }

    /// <summary>The sentence of one fault of a field, with the bounds of the field filled in.</summary>
    public static string Of(this Words words, Fault fault,
        Field? field = null) => words.Find($"refusal.{fault.Code}") is { } text
        ? Words.Fill(text, [("min", field?.Min), ("max", field?.Max), ("decimals", field?.Decimals)])
        : fault.Sentence;
}
