using System.Globalization;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>One answer brought to its type, or the fault that it has.</summary>
internal readonly record struct AnswerValue(JsonElement Value, Fault? Fault)
{
    private const int LongestText = 4_000;
    private const int MostLines = 100;

    public static AnswerValue Read(Field field, JsonElement value) => field.Type switch
    {
        FieldType.Text => Text(field, value),
        FieldType.Lines => Lines(field, value),
        FieldType.Choice => Choice(field, value),
        FieldType.Many => Many(field, value),
        FieldType.Number => Number(field, value),
        FieldType.Date => Date(field, value),
        FieldType.Boolean => Boolean(field, value),
        FieldType.CitizenId => Identifier(
            field, value, text => CitizenId.Read(text) is var read && read.TryGet(out var id, out var refusal)
            ? (id.ToString(), null) : (null, read.Refusal)),
        FieldType.CreditCode => Identifier(
            field, value, text => CreditCode.Read(text) is var read && read.TryGet(out var code, out var refusal)
            ? (code.ToString(), null) : (null, read.Refusal)),
        FieldType.Phone => Phone(field, value),
        _ => Identity(field, value),
    };

    private static AnswerValue Good<T>(T value) => new(JsonSerializer.SerializeToElement(value), Fault: null);

    private static AnswerValue Bad(Field field, string code, string sentence) =>
        new(default, new Fault(field.Name, code, sentence));

    private static string? Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Whole(value)?.Trim().ReplaceLineEndings("\n") : null;

    /// <summary>A text; null when it holds half a character, which JSON can write and no text can hold.</summary>
    internal static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool HasControl(string text) => text.Any(c => char.IsControl(c) && c is not '\n' and not '\t');

    private static AnswerValue Text(Field field, JsonElement value)
    {
        if (Plain(value) is not { } text)
        {
            return Bad(field, "answers.type", "A text is needed.");
        }

        var most = (int)Math.Clamp(field.Max ?? LongestText, 0, LongestText);
        return HasControl(text) ? Bad(field, "answers.control_character", "The text holds a control character.")
            : text.Length > most ? Bad(field, "answers.too_long", $"At most {most} characters.")
            : text.Length < (field.Min ?? 0) ? Bad(field, "answers.too_short", $"At least {field.Min} characters.")
            : Good(text);
    }

    private static AnswerValue Lines(Field field, JsonElement value)
    {
        string[] lines = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(line => Plain(line) ?? "\0")]
            : Plain(value)?.Split('\n') ?? ["\0"];
        lines = [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        var most = (int)Math.Clamp(field.Max ?? MostLines, 0, MostLines);
        return lines.Any(line => line.Length > 1_000)
            ? Bad(field, "answers.too_long", "At most 1000 characters a line.")
            : lines.Any(HasControl) ? Bad(field, "answers.type", "A list of texts is needed.")
            : lines.Length > most ? Bad(field, "answers.too_many", $"At most {most} lines.")
            : lines.Length == 0 ? Bad(field, "answers.missing", "An answer is needed.")
            : Good(lines);
    }

    private static AnswerValue Choice(Field field, JsonElement value) =>
        Plain(value) is { } chosen && field.Options.Any(option => option.Value == chosen)
            ? Good(chosen)
            : Bad(field, "answers.not_an_option", "This cannot be chosen.");

    private static AnswerValue Many(Field field, JsonElement value)
    {
        string?[] chosen = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Take(MostLines + 1).Select(Plain)]
            : [Plain(value)];
        return chosen.Length <= MostLines && chosen.All(one => field.Options.Any(option => option.Value == one))
            ? Good(chosen.Distinct(StringComparer.Ordinal).ToArray())
            : Bad(field, "answers.not_an_option", "This cannot be chosen.");
    }

    private static AnswerValue Number(Field field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Plain(value);
        if (text is null || text.Length > 30
            || !decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number))
        {
            return Bad(field, "answers.type", "A number is needed.");
        }

        return number < field.Min ? Bad(field, "answers.too_small", $"At least {field.Min}.")
            : number > field.Max ? Bad(field, "answers.too_big", $"At most {field.Max}.")
            : decimal.Round(number, field.Decimals) != number ? Bad(
                field, "answers.decimals", $"At most {field.Decimals} decimal places.")
            : number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue ? Good((long)number)
            : Good(number);
    }

    private static AnswerValue Date(Field field, JsonElement value) =>
        Plain(value) is { } text
        && NodaTime.Text.LocalDatePattern.Iso.Parse(text) is { Success: true } parsed
        && parsed.Value.Year is >= 1900 and <= 2200
            ? Good(NodaTime.Text.LocalDatePattern.Iso.Format(parsed.Value))
            : Bad(field, "answers.type", "A date (year-month-day) is needed.");

    private static AnswerValue Boolean(Field field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Good(value: true),
        JsonValueKind.False => Good(value: false),
        _ => Plain(value) switch
        {
            "true" or "yes" or "on" => Good(value: true),
            "false" or "no" => Good(value: false),
            _ => Bad(field, "answers.type", "Yes or no is needed."),
        },
    };

    private static AnswerValue Phone(Field field, JsonElement value)
    {
        var text = Plain(value)?.Replace(" ", "", StringComparison.Ordinal);
        return text is { Length: >= 5 and <= 20 } && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-')
            ? Good(text)
            : Bad(field, "answers.phone", "A telephone number is needed.");
    }

    private static AnswerValue Identity(Field field, JsonElement value) =>
        Plain(value) is { Length: > 0 and <= 100 } text
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.' or '_')
            ? Good(text)
            : Bad(field, "answers.type", "An id is needed.");

    private static AnswerValue Identifier(
        Field field, JsonElement value, Func<string, (string? Text, Refusal? Refusal)> read)
    {
        if (Plain(value) is not { } text)
        {
            return Bad(field, "answers.type", "A text is needed.");
        }

        var (good, refusal) = read(text);
        return refusal is null ? Good(good) : Bad(field, refusal.Code, refusal.Sentence);
    }
}
