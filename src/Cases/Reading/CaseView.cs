using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>A case as the API shows it to somebody who may know of it. Personal answers are not in it, only their
/// purposes.</summary>
public sealed record CaseView
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>Its version, which the next change names in If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>Its title.</summary>
    public required Localized Title { get; init; }

    /// <summary>What it is about.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>The procedure and its version.</summary>
    public required string Procedure { get; init; }

    /// <summary>The division it lies in.</summary>
    public required string Area { get; init; }

    /// <summary>The agency responsible.</summary>
    public required string Agency { get; init; }

    /// <summary>How it came.</summary>
    public required string Channel { get; init; }

    /// <summary>The stage it stands in.</summary>
    public required StageView Stage { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>How it ended; null while it lives.</summary>
    public string? End { get; init; }

    /// <summary>Its clocks.</summary>
    public required ImmutableArray<ClockView> Clocks { get; init; }

    /// <summary>The steps of its plan.</summary>
    public required ImmutableArray<StepView> Steps { get; init; }

    /// <summary>The answers that are not personal.</summary>
    public required ImmutableDictionary<string, JsonElement> Answers { get; init; }

    /// <summary>Purposes under which personal answers are sealed.</summary>
    public required ImmutableArray<string> Personal { get; init; }

    /// <summary>The papers given.</summary>
    public required ImmutableArray<PaperView> Papers { get; init; }

    /// <summary>Ids of papers that are required and not there.</summary>
    public required ImmutableArray<string> MissingPapers { get; init; }

    /// <summary>The official documents issued.</summary>
    public required ImmutableArray<IssuedDocument> Documents { get; init; }

    /// <summary>What acts have marked as true.</summary>
    public required ImmutableDictionary<string, JsonElement> Marks { get; init; }

    /// <summary>Cases it is linked with: number → why.</summary>
    public required ImmutableDictionary<string, string> Links { get; init; }

    /// <summary>The acts the caller may perform now.</summary>
    public required ImmutableArray<ActView> Acts { get; init; }

    /// <summary>Makes the view for an actor.</summary>
    public static CaseView Of(Case state, CaseDesk desk, Actor actor, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(desk);
        var rules = desk.Rules(state);
        var stage = rules.Procedure.Stage(state.Stage);
        return new()
        {
            Number = state.Number,
            Version = state.Version,
            Title = state.Title,
            Subject = state.Subject,
            Procedure = state.Procedure,
            Area = state.Area,
            Agency = state.Agency,
            Channel = state.Channel,
            Stage = new(stage.Id, stage.Name, state.StageSince, state.Desk, state.Assignee),
            OpenedAt = state.OpenedAt,
            End = state.End,
            Clocks =
                [.. desk.Clocks(state).Select(clock => ClockView.Of(clock, rules.Procedure.Clocks[clock.Clock.Id]))],
            Steps = [.. state.Plan.Select(step => StepView.Of(step, state, rules))],
            Answers = state.Answers,
            Personal = [.. state.Personal.Keys.Order(StringComparer.Ordinal)],
            Papers = [.. state.Papers.Select(
                paper => new PaperView(paper.Rule, paper.Name, paper.Trust, paper.At, paper.Blob?.Length))],
            MissingPapers = [.. rules.Missing(state, rules.Ask(state, actor, now))],
            Documents = state.Documents,
            Marks = state.Marks,
            Links = state.Links,
            Acts = [.. desk.Allowed(state, actor).Select(allowed => ActView.Of(allowed))],
        };
    }
}

/// <summary>The stage a case stands in.</summary>
public sealed record StageView(string Id, Localized Name, Instant Since, string? Desk, string? Assignee);

/// <summary>A clock with what is derived from it now.</summary>
public sealed record ClockView(
    string Id,
    Localized Name,
    Limit Limit,
    string? Basis,
    Instant StartedAt,
    Instant? StoppedAt,
    LocalDate Due,
    Instant DueAt,
    bool Provisional,
    decimal Elapsed,
    decimal Remaining,
    bool Paused,
    Light Light)
{
    internal static ClockView Of(ClockReading reading, ClockRule rule) => new(
        reading.Clock.Id, rule.Name, reading.Clock.Limit, rule.Basis, reading.Clock.StartedAt, reading.Clock.StoppedAt,
        reading.Due.Date, reading.Due.At, reading.Due.Provisional, reading.Due.Elapsed, reading.Due.Remaining,
        reading.Due.Paused, reading.Light);
}

/// <summary>A step of the plan.</summary>
public sealed record StepView(
    string Id, Localized Name, string Role, string? Agency, decimal Days, string State,
    Instant? DoneAt, string? Assignee)
{
    internal static StepView Of(PlannedStep step, Case state, CaseRules rules) => new(
        step.Id,
        rules.Subject.Plan is { } plan && PlanNodes.Steps(plan).FirstOrDefault(rule => rule.Id == step.Rule) is { } rule
            ? rule.Name
            : Localized.Of("en", step.Id),
        step.Role,
        step.Agency ?? state.Agency,
        step.Days,
        step.DoneAt is not null ? "done" : step.IsOpen(state.Plan) ? "open" : "waiting",
        step.DoneAt,
        step.Assignee);
}

/// <summary>A paper given; its content is fetched on its own.</summary>
public sealed record PaperView(string Rule, string Name, string Trust, Instant At, long? Length);

/// <summary>An act the caller may perform now, with the form it asks for.</summary>
public sealed record ActView(
    string Id, string? Step, Localized Name, Localized? Hint, ImmutableArray<FieldView> Form, bool Papers)
{
    internal static ActView Of(AllowedAct allowed) => new(
        allowed.Act.Id, allowed.Step, allowed.Act.Name, allowed.Act.Hint,
        [.. allowed.Act.Form.Select(FieldView.Of)], allowed.Act.TakesPapers);
}

/// <summary>One question of a form.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Label">The question.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Required">Whether an answer is demanded where it is asked.</param>
/// <param name="Min">Least number or length.</param>
/// <param name="Max">Greatest number, length or count.</param>
/// <param name="Options">What may be chosen.</param>
public sealed record FieldView(
    string Name, Localized Label, FieldType Type, bool Required, decimal? Min, decimal? Max,
    ImmutableArray<Option> Options)
{
    /// <summary>One sentence of help.</summary>
    public Localized? Help { get; init; }

    /// <summary>Unit shown behind a number.</summary>
    public Localized? Unit { get; init; }

    /// <summary>Decimal places a number may carry.</summary>
    public int Decimals { get; init; }

    /// <summary>Why it is asked, on which article and how long it is kept, when the answer is personal data.</summary>
    public Personal? Personal { get; init; }

    /// <summary>Whether it is asked only after certain answers.</summary>
    public bool Conditional { get; init; }

    /// <summary>Shows a field.</summary>
    public static FieldView Of(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Name, field.Label, field.Type, field.Required, field.Min, field.Max, field.Options)
        {
            Help = field.Help,
            Unit = field.Unit,
            Decimals = field.Decimals,
            Personal = field.Personal,
            Conditional = field.When is not null,
        };
    }
}
