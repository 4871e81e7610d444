using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Shows what happened to a case, newest first: to officers all of it, to a party what concerns a
/// party.</summary>
internal sealed class History(Case state, CaseRules rules, City city, Naming naming, Visit visit)
{
    /// <summary>What the last act that moved the case asked for, e.g. the points of a correction notice.</summary>
    public static ImmutableArray<string> Asked(ImmutableArray<TimelineEntry> entries) =>
        entries.LastOrDefault(entry => entry.Stage is not null) is { } last
            ? [.. last.Told.Values.Where(told => told.ValueKind == JsonValueKind.Array)
                .SelectMany(told => told.EnumerateArray()).Select(point => point.ToString())]
            : [];

    /// <summary>For officers: who did it by name, and everything that was told.</summary>
    public async Task<ImmutableArray<EventView>> ForOfficersAsync(ImmutableArray<TimelineEntry> entries)
    {
        var shown = ImmutableArray.CreateBuilder<EventView>(entries.Length);
        foreach (var entry in entries.Reverse())
        {
            var by = entry.By == Actor.House.Id ? visit.Words["by.house"] : await naming.OfAsync(entry.By) ?? entry.By;
            shown.Add(Event(entry, by, told: true));
        }

        return shown.MoveToImmutable();
    }

    /// <summary>For a party: the body that acted, not the officer; what officers told each other stays with
    /// them.</summary>
    public ImmutableArray<EventView> ForParty(ImmutableArray<TimelineEntry> entries) =>
    [
        .. entries.Reverse().Where(entry => entry.What is not "assign" and not "link").Select(entry =>
        {
            var own = state.Parties.ContainsValue(entry.By);
            var by = own ? visit.Words["by.you"]
                : entry.By == Actor.House.Id ? visit.Words["by.house"]
                : city.FindAgency(state.Agency) is { } agency ? visit.Say(agency.Name) : "";
            return Event(entry, by, told: own || (entry.Step is null && entry.Documents.Length > 0));
        }),
    ];

    private EventView Event(TimelineEntry entry, string by, bool told)
    {
        var form = rules.Procedure.Find(entry.What)?.Form ?? [];
        var points = told ? Lists(entry, form) : [];
        return new(visit.Local(entry.At), Title(entry), by, told ? Told(entry, form) : null)
        {
            Points = points,
            Papers = [.. entry.Documents.Select(paper => Showing.Papers.To(paper, rules, visit))],
        };
    }

    // A case begins with the name of its first stage: received, reported.
    private string Title(TimelineEntry entry) =>
        entry.What == "open" ? visit.Say(rules.Procedure.Stage(rules.Procedure.Start).Name)
        : entry.Name is not { } name ? visit.Words[$"event.{entry.What}"]
        : entry.Step is { } step ? visit.Words.Say("event.step", ("act", visit.Say(name)), ("step",
            Plans.NameOf(step, state, rules, visit)))
        : visit.Say(name);

    private string? Told(TimelineEntry entry, ImmutableArray<Field> form)
    {
        var lines = form.Where(field => entry.Told.TryGetValue(field.Name, out var value)
                && value.ValueKind is not JsonValueKind.Array)
            .Select(field => visit.Words.Say(
                "event.told", ("what", visit.Say(field.Label)), ("value", Value(field, entry.Told[field.Name]))));
        var text = string.Join(visit.Words["list.semicolon"], lines);
        return text.Length > 0 ? text : null;
    }

    private string Value(Field field, JsonElement value) =>
        field.Type == FieldType.Agency && city.FindAgency(value.ToString()) is { } agency
            ? visit.Say(agency.Name)
            : AnswerTexts.Text(field, value, visit);

    private static ImmutableArray<string> Lists(TimelineEntry entry, ImmutableArray<Field> form) =>
    [
        .. form.Where(field => entry.Told.TryGetValue(field.Name,
            out var value) && value.ValueKind == JsonValueKind.Array)
            .SelectMany(field => entry.Told[field.Name].EnumerateArray().Select(line => line.ToString())),
    ];
}
