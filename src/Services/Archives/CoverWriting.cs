using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>Says in one language what an archive holds.</summary>
internal sealed class CoverWriting(ArchiveGround ground, string language)
{
    private readonly CaseRules rules = ground.Rules;
    private readonly Case state = ground.State;
    private readonly DocumentWords words = new(ground.Rules.Set, language);

    public ImmutableArray<CoverSection> Sections() =>
    [
        .. new CoverSection[]
        {
            new("case", [.. Matter()]),
            new("parties", [.. ground.Personal.Parties.Select(party =>
                new CoverRow(CoverText.Word($"party.{party.Party}"), party.Name))]),
            new("answers", [.. state.Answers.OrderBy(one => Place(one.Key)).Select(one =>
                new CoverRow(Label(one.Key), Value(one.Key, one.Value)))]),
            new("personal", [.. ground.Personal.Values.SelectMany(Opened)]),
            new("clocks", [.. ground.Clocks.Select(Clock)]),
            new("history", [.. ground.Facts.Select(Happened)]),
            new("documents", [.. ground.Documents.Select(Document)]),
            new("papers", [.. ground.Papers.Select(Paper)]),
        }.Where(section => section.Rows.Length > 0),
    ];

    private IEnumerable<CoverRow> Matter()
    {
        yield return Row("number", state.Number);
        yield return Row("subject", rules.Subject.Name.In(language));
        yield return Row("agency", rules.City.FindAgency(state.Agency)?.Name.In(language) ?? state.Agency);
        yield return Row("area", rules.City.Find(state.Area)?.Name.In(language) ?? state.Area);
        yield return Row("channel", words.Say($"channel-{state.Channel}") ?? state.Channel);
        yield return Row("opened", Moment(state.OpenedAt));
        yield return Row("stage", rules.Procedure.Stage(state.Stage).Name.In(language));
        if (state.EndedAt is { } ended)
        {
            yield return Row("ended", Moment(ended));
        }

        yield return Row("exported", Moment(ground.At));
        yield return Row("exported-by", ground.By);
        yield return Row("purpose", ground.Purpose);
        yield return Row("pack", state.Pack);
    }

    private static CoverRow Row(string name, string value) => new(CoverText.Word($"row.{name}"), value);

    private IEnumerable<CoverRow> Opened(ArchivedValue value)
    {
        if (value.Value is not { } opened)
        {
            return [new CoverRow(value.Purpose, CoverText.Word(ground.Opened ? "why.erased" : "why.sealed"))];
        }

        using var read = JsonDocument.Parse(opened.Text);
        return read.RootElement.ValueKind == JsonValueKind.Object
            ? [.. read.RootElement.EnumerateObject().Select(one =>
                new CoverRow(Label(one.Name), Value(one.Name, one.Value)))]
            : [new CoverRow(value.Purpose, read.RootElement.ToString())];
    }

    private CoverRow Clock(ArchivedClock clock) =>
        new(clock.Name.In(language), $"{words.Limit(clock.Limit)} · {words.Day(clock.Due)}") { Days = clock.Days };

    private CoverRow Happened(StoredFact stored)
    {
        var (at, what) = stored.Fact switch
        {
            CaseOpened => (stored.Stamp.At, CoverText.Word("fact.opened")),
            ActPerformed act => (
                act.LegalAt ?? stored.Stamp.At, rules.Procedure.Find(act.Act)?.Name.In(language) ?? act.Act),
            CaseAssigned => (stored.Stamp.At, CoverText.Word("fact.assigned")),
            CaseLinked => (stored.Stamp.At, CoverText.Word("fact.linked")),
            _ => (stored.Stamp.At, stored.Kind),
        };
        return new CoverRow($"{Moment(at)} · {stored.Stamp.Actor}", what);
    }

    private CoverRow Document(ArchivedDocument document)
    {
        var template = rules.Set.Get(DocumentTemplate.Kind).Find(document.Template);
        return new CoverRow(
            template?.Title.In(language) ?? document.Template,
            $"{words.Number(template?.Prefix ?? "", document.Number)} · {words.Day(rules.LocalDate(document.At))}")
        {
            Href = document.Files.GetValueOrDefault(language) ?? document.Files.Values.FirstOrDefault(),
        };
    }

    private CoverRow Paper(ArchivedPaper paper)
    {
        var rule = rules.Subject.Papers.FirstOrDefault(one => one.Id == paper.Rule);
        return new CoverRow(
            rule?.Name.In(language) ?? paper.Rule,
            paper.File is null ? CoverText.Word($"why.{paper.Why}") : paper.Name)
        {
            Href = paper.File,
        };
    }

    private Field? Find(string name) => rules.Subject.Form.Concat(rules.Procedure.Acts.SelectMany(act => act.Form))
        .FirstOrDefault(field => field.Name == name);

    private int Place(string name) => rules.Subject.Form.IndexOf(Find(name)!) is >= 0 and var place
        ? place
        : int.MaxValue;

    private string Label(string name) => Find(name)?.Label.In(language) ?? name;

    private CoverText Value(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => CoverText.Word("yes"),
        JsonValueKind.False => CoverText.Word("no"),
        JsonValueKind.Array => words.Join(value.EnumerateArray().Select(one => Chosen(name, one))),
        _ => Chosen(name, value),
    };

    private string Chosen(string name, JsonElement value) =>
        Find(name)?.Options is { IsDefaultOrEmpty: false } options
        && options.FirstOrDefault(option => option.Value == value.ToString()) is { } option
            ? option.Label.In(language)
            : value.ToString();

    private string Moment(Instant at)
    {
        var local = at.InZone(rules.City.Settings.Zone).LocalDateTime;
        return string.Create(
            CultureInfo.InvariantCulture, $"{words.Day(local.Date)} {local.Hour:00}:{local.Minute:00}");
    }
}
