using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Opens a case about a subject of the pack, under the procedure the subject names.</summary>
/// <param name="Kind">Kind of the subject: the pack folder it stands in.</param>
/// <param name="Subject">Id of the subject.</param>
/// <param name="Area">Division code of the place the matter belongs to.</param>
/// <param name="Answers">What was answered, by field.</param>
/// <param name="Channel">How it came: <c>web</c>, <c>window</c>, <c>api</c>, …; at most 40 characters.</param>
public sealed record OpenCase(
    string Kind, string Subject, string Area, ImmutableDictionary<string, JsonElement> Answers, string Channel)
    : IDecision<OpenCase, Case>, IDeclaresReads<Case>
{
    /// <summary>Party → actor; a party that is missing here is whoever opens.</summary>
    public ImmutableDictionary<string, string> Parties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The papers given.</summary>
    public ImmutableArray<PaperGiven> Papers { get; init; } = [];

    /// <summary>Number of a case this one was opened from; null: none.</summary>
    public string? From { get; init; }

    /// <summary>The counter its number is taken from; prepared by the desk.</summary>
    [JsonIgnore]
    public string Serial { get; init; } = "";

    /// <summary>The counters its documents take numbers from; prepared by the desk.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Serials { get; init; } = [];

    /// <summary>Unguessable text that the ids of issued documents begin with; prepared by the desk.</summary>
    [JsonIgnore]
    public string Token { get; init; } = "";

    /// <summary>Key of the authorisation the actor stands on, read in the same commit; prepared by the desk.</summary>
    [JsonIgnore]
    public string? Authorization { get; init; }

    /// <inheritdoc/>
    public void Declare(Case state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        Standing.Declare(list, Authorization);
        foreach (var serial in Serials.Append(Serial).Where(serial => serial.Length > 0))
        {
            list.Add<Serial>(serial, mayWrite: true);
        }
    }

    /// <summary>The whole rule. Refuses <c>case.exists</c>, <c>case.no_subject</c>, <c>case.area</c>,
    /// <c>case.no_agency</c>,
    /// <c>authorization.not_covered</c>, <c>authorization.ended</c>, <c>act.answers</c> (every fault at once),
    /// <c>case.plan_too_long</c>, <c>act.rule</c>, <c>case.numbers_full</c>.</summary>
    public static Outcome<Decided> Decide(Case state, Actor actor, Reads reads, OpenCase request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reads);
        if (state.Exists)
        {
            return Refusals.Exists();
        }

        if (!reads.Context<Rulebook>().ForNew(request.Kind, request.Subject, request.Area, now)
            .TryGet(out var ground, out var refusal))
        {
            return refusal;
        }

        var (rules, agency) = ground;
        var subject = new SubjectRef(request.Kind, rules.Subject.Id, rules.Subject.Version);
        if (Standing.Refuse(actor, request.Authorization, reads, subject, rules.Procedure.Id, now) is { } standing)
        {
            return standing;
        }

        var asked = rules.Ask(state with { Area = request.Area, Agency = agency, OpenedAt = now }, actor, now);
        var (clean, faults) = AnswerCheck.Check(
            rules.Subject.Form, request.Answers, (when, soFar) => asked.Answering(soFar).Holds(when));
        faults = faults.AddRange(PaperCheck.Faults(rules, request.Papers, given: 0))
            .AddRange(PlaceCheck.Faults(rules.Subject.Form, clean, reads.Context<Rulebook>().City));
        if (!faults.IsEmpty)
        {
            return Refusals.Answers(faults);
        }

        return new Opening(state, actor, reads, request, rules, agency, now).Become(clean);
    }
}

/// <summary>A case on its way to being opened.</summary>
internal sealed record Opening(
    Case State, Actor Actor, Reads Reads, OpenCase Request, CaseRules Rules, string Agency, Instant At)
{
    public Outcome<Decided> Become(ImmutableDictionary<string, JsonElement> clean)
    {
        var parties = Rules.Procedure.Parties.Aggregate(
            Request.Parties, (known, party) => known.ContainsKey(party) ? known : known.Add(party, Actor.Subject));
        var (open, personal) = PersonalAnswers.Split(
            Rules.Subject.Form, clean, parties[Rules.Procedure.Parties[0]]);
        var bare = State with { Area = Request.Area, Agency = Agency, Answers = open, OpenedAt = At };
        var asked = Rules.Ask(bare, Actor, At).Answering(clean);
        ImmutableArray<Paper> papers =
            [.. Request.Papers.Select(one => new Paper(one.Rule, one.Name, one.Blob, one.Trust, At, Actor.Id))];
        var after = bare with
        {
            Limits = Rules.Subject.Limits(asked),
            Params = Rules.Subject.Params,
            Papers = papers,
            Parties = parties,
        };

        if (!Number().TryGet(out var number, out var refusal)
            || !DocumentNumbers.Take(
                Rules, after, Rules.Procedure.Opens.Documents, Reads, Request.Serials, Request.Token, At)
                .TryGet(out var issued, out refusal)
            || !new ActResults(Rules, after, Rules.Ask(after, Actor, At), At)
                .Of(Rules.Procedure.Opens, Rules.Procedure.Start, "open", issued.Documents)
                .TryGet(out var results, out refusal))
        {
            return refusal;
        }

        var decided = Decided.With(Fact(after, number.Text, personal, results)).Reply(number.Text)
            .Also<Serial>(Request.Serial, new SerialTaken(number.Serial));
        if (Request.From is { } from)
        {
            decided = decided.And(new CaseLinked(from, "opened-from"));
        }

        return issued.Taken.Aggregate(
            decided, (all, one) => all.Also<Serial>(one.Serial, new SerialTaken(one.Number)));
    }

    private CaseOpened Fact(
        Case after, string number, ImmutableDictionary<string, Sealed> personal, Results results) => new()
        {
            Number = number,
            Procedure = Rules.Procedure.Id,
            ProcedureVersion = Rules.Procedure.Version,
            Pack = Rules.Pack,
            Subject = new SubjectRef(Request.Kind, Rules.Subject.Id, Rules.Subject.Version),
            Title = Rules.Subject.Name,
            Area = after.Area,
            Agency = after.Agency,
            Parties = after.Parties,
            Channel = Request.Channel,
            Params = after.Params,
            Limits = after.Limits,
            Answers = after.Answers,
            Personal = personal,
            Papers = after.Papers,
            Results = results,
        };

    private Outcome<(string Text, int Serial)> Number()
    {
        var (serial, front) = Rules.NumberFront(Agency, Request.Area, At);
        if (serial != Request.Serial)
        {
            return Refusals.Unprepared(0);
        }

        var next = Reads.Get<Serial>(serial).Last + 1;
        return next > Serial.Largest
            ? Refusals.NumbersFull(serial)
            : (front + next.ToString("D4", CultureInfo.InvariantCulture), next);
    }
}
