using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Packs;

namespace Heluo.Simulation;

/// <summary>Answers the questions of any form as a person might: by type, within limits, and only what is asked; in the
/// words of the pack where it has some.</summary>
internal sealed class Answering(Random chance, PackSet packs)
{
    private readonly string language = packs.Languages[0];

    /// <param name="form">The questions.</param>
    /// <param name="who">Who answers.</param>
    /// <param name="asks">Whether a question is asked.</param>
    /// <param name="act">The act the questions belong to; null for a case's own.</param>
    public ImmutableDictionary<string, JsonElement> Fill(
        ImmutableArray<Field> form, DemoPerson who, Func<CelText, ImmutableDictionary<string, JsonElement>, bool> asks,
        string? act = null)
    {
        var answers = ImmutableDictionary<string, JsonElement>.Empty;
        foreach (var field in form)
        {
            if ((field.When is null || asks(field.When, answers)) && (field.Required || chance.Next(3) > 0))
            {
                answers = answers.SetItem(field.Name, JsonSerializer.SerializeToElement(Answer(field, who, act)));
            }
        }

        return answers;
    }

    private object Answer(Field field, DemoPerson who, string? act) => field.Type switch
    {
        FieldType.Choice => Any(field.Options).Value,
        FieldType.Many => new[] { Any(field.Options).Value },
        FieldType.Number => Number(field),
        FieldType.Date => who.Birth.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Boolean => chance.Next(2) == 0,
        FieldType.CitizenId => who.CitizenId ?? "",
        FieldType.CreditCode => "91410100TTTTTT0112",
        FieldType.Phone => who.Phone.Replace("-", "", StringComparison.Ordinal),
        FieldType.Area => who.Area,
        FieldType.Lines => new[] { Saying(field, act) ?? Name(who) },
        _ => Text(field, who, act),
    };

    private string Text(Field field, DemoPerson who, string? act)
    {
        var text = Saying(field, act) ?? (field.Personal is not null ? Name(who) : field.Label.In(language));
        var most = (int)Math.Min(field.Max ?? 100, 100);
        while (text.Length < (field.Min ?? 0))
        {
            text += text;
        }

        return text.Length <= most ? text : text[..most];
    }

    private string? Saying(Field field, string? act)
    {
        var name = field.Name.Replace('_', '-');
        var sayings = packs.Get(DemoKinds.Saying);
        return (sayings.Find($"{act}-{name}") ?? sayings.Find(name)) is { Says: { IsEmpty: false } says }
            ? says[chance.Next(says.Length)].In(language) : null;
    }

    private object Number(Field field)
    {
        var least = field.Min ?? 1;
        var most = Math.Min(field.Max ?? least + 200, least + 200);
        return (long)decimal.Ceiling(least) + chance.Next((int)Math.Max(1, most - least));
    }

    private Option Any(ImmutableArray<Option> options) => options[chance.Next(options.Length)];

    private string Name(DemoPerson who) => who.Name.In(language);
}
