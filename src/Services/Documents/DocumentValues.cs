using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Cel;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Services;

/// <summary>Gathers what a document may name, from the case as it stood then, in the words of one language.</summary>
/// <param name="Then">The case as it stood.</param>
/// <param name="Rules">The rules it began under.</param>
/// <param name="Document">The document as issued.</param>
/// <param name="Template">Its template.</param>
/// <param name="Words">How things are said.</param>
internal sealed record DocumentValues(
    CaseThen Then, CaseRules Rules, IssuedDocument Document, DocumentTemplate Template, DocumentWords Words)
{
    private Case State => Then.State;

    private string Language => Words.Language;

    /// <summary>The body that issued it.</summary>
    public string Agency => Rules.City.FindAgency(State.Agency)?.Name.In(Language) ?? State.Agency;

    /// <summary>Its number as printed.</summary>
    public string Number => Words.Number(Template.Prefix, Document.Number);

    /// <summary>The day it was issued.</summary>
    public LocalDate Day => Rules.LocalDate(Document.At);

    /// <summary>The values by slot of <see cref="DocumentScope.Running"/>.</summary>
    /// <param name="party">Name of the party, or its mask.</param>
    public CelValue[] Slots(string party) =>
    [
        Row(DocumentScope.Document, ("number", Number), ("date", Words.Day(Day))),
        Issuer(),
        Row(DocumentScope.Party, ("name", State.Parties.ContainsKey("applicant") ? party : null)),
        Row(DocumentScope.Party, ("name", State.Parties.ContainsKey("reporter") ? party : null)),
        Row(
            DocumentScope.Item,
            ("name", Rules.Subject.Name.In(Language)),
            ("type", (Rules.Subject as Item)?.Type is { } type
                ? JsonNamingPolicy.KebabCaseLower.ConvertName($"{type}") : null),
            ("result_name", (Rules.Subject as Item)?.Result.Name.In(Language)),
            ("basis_text", Rules.Subject is Item item ? Words.Join(item.Basis.Select(Words.Article)) : null)),
        Matter(),
        Row(DocumentScope.Limits, ("promise", Limit("promise")), ("law", Limit("law"))),
        CelValue.Of(CelList.From(State.Papers.Select(Paper))),
        Map(State.Marks),
        CelValue.Of(CelMap.From(Told())),
    ];

    private CelValue Issuer()
    {
        var agency = Rules.City.FindAgency(State.Agency);
        var item = Rules.Subject as Item;
        return Row(
            DocumentScope.Agency,
            ("name", Agency),
            ("address", agency?.Address?.In(Language)),
            ("consult", agency?.Phones?.Consult ?? item?.ConsultPhone),
            ("complain", agency?.Phones?.Complain ?? item?.ComplainPhone));
    }

    private CelValue Matter() => Row(
        DocumentScope.Case,
        ("number", State.Number),
        ("title", State.Title.In(Language)),
        ("place", State.Answers.TryGetValue("place", out var place) ? place.ToString() : null),
        ("channel_name", Words.Say($"channel-{State.Channel}") ?? State.Channel),
        ("received_on", Words.Day(Rules.LocalDate(State.OpenedAt))),
        ("accepted_on", State.Clock("law") is { } law ? Words.Day(Rules.LocalDate(law.StartedAt)) : null),
        ("acceptance_due", Due("acceptance")),
        ("correction_due", Due("correction")),
        ("promise_due", Due("promise")),
        ("law_due", Due("law")),
        ("delivery_due", Due("delivery")));

    // A day that was printed does not move: the calendar is the one that was known then.
    private string? Due(string clock) => State.Clock(clock) is { } found
        ? Words.Day(found.Due(Rules.Calendar(State).AsOf(Document.At), Document.At).Date)
        : null;

    private string? Limit(string name) => State.Limits.TryGetValue(name, out var limit) ? Words.Limit(limit) : null;

    private CelValue Paper(Paper paper)
    {
        var rule = Rules.Subject.Papers.FirstOrDefault(one => one.Id == paper.Rule);
        var material = (Rules.Subject as Item)?.Materials.FirstOrDefault(one => one.Rule.Id == paper.Rule);
        var form = paper.Blob is null ? "original" : "electronic";
        return CelValue.Of(new CelRow(DocumentScope.Paper)
            .Set("name", rule?.Name.In(Language) ?? paper.Name)
            .Set("form_name", Words.Say($"form-{form}") ?? form)
            .Set("copies", (long)Math.Max(1, material?.Copies ?? 1)));
    }

    private IEnumerable<KeyValuePair<string, CelValue>> Told()
    {
        var (told, form) = Then.Last.Fact switch
        {
            ActPerformed act => (act.Told, Rules.Procedure.Find(act.Act)?.Form ?? []),
            CaseOpened opened => (opened.Answers, Rules.Subject.Form),
            _ => (ImmutableDictionary<string, JsonElement>.Empty, []),
        };
        foreach (var (name, value) in told)
        {
            var field = form.FirstOrDefault(one => one.Name == name);
            yield return new(name, field?.Type == FieldType.Date
                && Date(value) is { } day ? day : CelValue.From(value));
            if (field is { Type: FieldType.Choice })
            {
                var chosen = value.ToString();
                yield return new(
                    $"{name}_name", field.Options.FirstOrDefault(one => one.Value == chosen)?.Label.In(Language)
                        ?? chosen);
            }
        }
    }

    private string? Date(JsonElement value) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(value.ToString()) is { Success: true } day ? Words.Day(day.Value)
            : null;

    private static CelValue Row(CelType type, params (string Field, string? Value)[] values)
    {
        var row = new CelRow(type);
        foreach (var (field, value) in values.Where(one => one.Value is not null))
        {
            row.Set(field, value!);
        }

        return CelValue.Of(row);
    }

    private static CelValue Map(ImmutableDictionary<string, JsonElement> values) =>
        CelValue.Of(CelMap.From(values.Select(one => KeyValuePair.Create(one.Key, CelValue.From(one.Value)))));
}
