using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Packs;

namespace Heluo.Simulation;

/// <summary>Answers the questions of any form as a person might: by type, within limits, and only what is
/// asked.</summary>
internal sealed class Answering(Random chance, string language)
{
    public ImmutableDictionary<string, JsonElement> Fill(
        ImmutableArray<Field> form, DemoPerson who, Func<CelText, ImmutableDictionary<string, JsonElement>, bool> asks)
    {
        var answers = ImmutableDictionary<string, JsonElement>.Empty;
        foreach (var field in form)
        {
            if ((field.When is null || asks(field.When, answers)) && (field.Required || chance.Next(3) > 0))
            {
                answers = answers.SetItem(field.Name, JsonSerializer.SerializeToElement(Answer(field, who)));
            }
        }

        return answers;
    }

    private object Answer(Field field, DemoPerson who) => field.Type switch
    {
        FieldType.Choice => Any(field.Options).Value,
        FieldType.Many => new[] { Any(field.Options).Value },
        FieldType.Number => Number(field),
        FieldType.Date => who.Birth.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Boolean => chance.Next(2) == 0,
        FieldType.CitizenId => who.CitizenId,
        FieldType.CreditCode => "91410100TTTTTT0112",
        FieldType.Phone => who.Phone.Replace("-", "", StringComparison.Ordinal),
        FieldType.Area => who.Area,
        FieldType.Lines => new[] { Name(who) },
        _ => Text(field, who),
    };

    private string Text(Field field, DemoPerson who)
    {
        var text = field.Personal is not null ? Name(who) : $"{Name(who)} {field.Label.In(language)}";
        var most = (int)Math.Min(field.Max ?? 100, 100);
        while (text.Length < (field.Min ?? 0))
        {
            text += text;
        }

        return text.Length <= most ? text : text[..most];
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
