using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Terminal.Speaking;

/// <summary>Translates refusals by their code. A code that a pack made up says its own sentence.</summary>
internal static class Refusals
{
    /// <summary>The sentence of a refusal, with its values filled in.</summary>
    public static string Of(this Words words, Refusal refusal)
    {
        var text = refusal.Says?.In(words.Language) ?? words.Find($"refusal.{refusal.Code}") ?? refusal.Sentence;
        return Words.Fill(text, [.. refusal.Values.Select(value => (value.Key, (object?)value.Value))]);
    }

    /// <summary>The sentence of one fault of a field; it names the bound of the field when that is known.</summary>
    public static string Of(this Words words, Fault fault, Field? field = null)
    {
        var bounded = field is null || Bound(fault.Code, field) is null
            ? null
            : words.Find($"refusal.{fault.Code}.field");
        return bounded is null
            ? words.Find($"refusal.{fault.Code}") ?? fault.Sentence
            : Words.Fill(bounded, [("min", field!.Min), ("max", field.Max), ("decimals", field.Decimals)]);
    }

    /// <summary>A refusal in the language that the caller of an address accepts, the city's own when it names
    /// none.</summary>
    public static SpokenRefusal Speak(HttpContext context, Refusal refusal)
    {
        var words = Words.In(context.RequestServices.GetRequiredService<Visits>().LanguageFor(context.Request));
        // The sentences of the source are English already and name the figures.
        ImmutableArray<Fault> faults = words.Language == "en"
            ? refusal.Faults
            : [.. refusal.Faults.Select(fault => fault with { Sentence = words.Of(fault) })];
        return new SpokenRefusal(words.Language, words.Of(refusal), faults);
    }

    // The figure that a fault of this field is about; of a list of lines only the number of lines is known.
    private static decimal? Bound(string code, Field field) => code switch
    {
        "answers.too_many" => field.Max,
        _ when field.Type == FieldType.Lines => null,
        "answers.too_long" or "answers.too_big" => field.Max,
        "answers.too_short" or "answers.too_small" => field.Min,
        "answers.decimals" => field.Decimals,
        _ => null,
    };
}
