using System.Collections.Immutable;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>How a pack writes a field of a form.</summary>
public static class FieldShape
{
    /// <summary>Most fields of one form.</summary>
    public const int MostFields = 100;

    /// <summary>A form: fields in the order they are asked.</summary>
    public static Shape<ImmutableArray<Field>> Form { get; } =
        Shapes.List(Shapes.Map(Read), MostFields, by: field => field.Name);

    private static Shape<Option> Option { get; } = Shapes.Map(fields => new Option(
        fields.Required("value", Shapes.Id.About("What requests and CEL write.")),
        fields.Required("name", Shapes.Localized(200))));

    private static Shape<Personal> Personal { get; } = Shapes.Map(fields => new Personal(
        fields.Required(
            "purpose", Shapes.Id.About("Values are encrypted under a key for their subject and this purpose.")),
        fields.Required("basis", Shapes.Article),
        fields.Required("retention", Shapes.Text(10, "^[0-9]{1,3}[dmy]$", "a span such as 30d, 6m or 10y"))));

    private static Field Read(MapFields fields)
    {
        var type = fields.Required("type", Shapes.Enum<FieldType>());
        var field = new Field
        {
            Name = fields.Required("field", Shapes.Id.About("CEL writes it with _ for -.")).Replace('-', '_'),
            Label = fields.Required("name", Shapes.Localized(300)),
            Help = fields.Optional("help", Shapes.Localized(600)),
            Type = type,
            Required = fields.Optional("required", Shapes.Bool, otherwise: false),
            When = fields.Optional("when", Shapes.Cel()),
            Min = fields.Optional("min", Shapes.Decimal(-1_000_000_000_000m, 1_000_000_000_000m)),
            Max = fields.Optional("max", Shapes.Decimal(-1_000_000_000_000m, 1_000_000_000_000m)),
            Decimals = fields.Optional("decimals", Shapes.Int(0, 6), otherwise: 0),
            Unit = fields.Optional("unit", Shapes.Localized(40)),
            Options = fields.Many("options", Option, 200, option => option.Value),
            Situation = fields.Optional("situation", Shapes.Bool, otherwise: false),
            Personal = fields.Optional("personal", Personal),
        };

        if (type is FieldType.Choice or FieldType.Many && field.Options.IsEmpty)
        {
            fields.Fault("options", "form.no_options", "A choice needs options.");
        }

        if (field is { Type: FieldType.CitizenId or FieldType.Phone, Personal: null })
        {
            fields.Fault(
                "personal", "form.not_personal",
                "A number of a person is personal: say purpose, basis and retention.");
        }

        if (field is { Situation: true, Personal: not null })
        {
            fields.Fault(
                "situation", "form.personal_situation",
                "A personal answer chooses neither papers nor steps: it is sealed.");
        }

        return field;
    }
}
