using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Storage;
using Heluo.TestKit;
using NodaTime;

namespace Heluo.Cases.Tests;

/// <summary>A trial procedure on the bench: rules and facts without a store, so that a test may write any
/// procedure.</summary>
internal sealed class Trial
{
    public const string Area = "410105001";
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 1, 0);
    private static readonly Lazy<PackSet> Set =
        new(() => CityWorld.Reader.Load(Repository.Pack("zhengzhou")).ToOutcome().Value);
    private readonly Rulebook book =
        new(new PackLibrary(CityWorld.Reader, Set.Value, (_, _) => new((byte[]?)null)), []);
    private readonly City city = City.Of(Set.Value).Value;

    public Trial(Procedure procedure, TrialSubject? subject = null)
    {
        Rules = new CaseRules(Set.Value, city, procedure, subject ?? new TrialSubject(), book);
        State = Apply(Opened());
    }

    public CaseRules Rules { get; }

    public Case State { get; private set; }

    public Instant Now { get; set; } = Monday;

    public string Agency => city.Agencies[0].Id;

    public static Actor Worker(string id = "officer/worker") => new(id, ActorKind.Officer, [new Duty("worker")]);

    public static Actor Owner { get; } = new("person/owner", ActorKind.Resident, []);

    public static CelText Cel(string source) => new(source, new PackAt("trial.yaml", 1));

    public static Act Act(string id, string from, string? to = null, string who = "worker") => new()
    {
        Id = id, Name = Say(
            id), From = [.. from.Split(' ')], To = to, Who = who.Length == 0 ? [] : [new(who, [])], Form = [],
        Needs = [], Effects = Effects.None,
    };

    public static Stage Stage(string id, decimal days = 0, string? end = null) =>
        new(id, Say(id), end is null ? "worker" : null, Light: null, Plan: false, Then: null, days, end);

    public static Procedure Procedure(ImmutableArray<Stage> stages, params Act[] acts) => new()
    {
        Id = "trial", Version = 1, Name = Say("trial"), Number = new("TR"), Parties = ["owner"], Params = [],
        Clocks =
            ImmutableDictionary<string, ClockRule>.Empty, Stages = stages, Start = stages[0].Id, Opens = Effects.None,
        Acts = [.. acts], Timers = [],
    };

    public static ClockRule Clock(string id, int days = 10) =>
        new(id, Say(id), Limit.WorkingDays(days), null, null, null);

    public static Field Field(string name, FieldType type, bool required = false) =>
        new() { Name = name, Label = Say(name), Type = type, Required = required };

    public static Localized Say(string text) => Localized.Of("en", text);

    public Outcome<Case> Do(string act, Actor? by = null, string? step = null, params (string, object)[] answers)
    {
        var request = new PerformAct(act, step, CityWorld.Answers(answers), State.Version) { Token = "t" };
        return Do(request, by);
    }

    public Outcome<Case> Do(PerformAct request, Actor? by = null)
    {
        var (actor, act) = (by ?? Worker(), Rules.Procedure.Find(request.Act)!);
        if (Permit.Refuse(act, request.Step, State, actor, Rules) is { } refusal)
        {
            return refusal;
        }

        return new Acting(act, State, actor, Reads(), request, Rules, Now).Become().TryGet(out var decided, out refusal)
            ? State = decided.Facts.Aggregate(State, (state, fact) => Applied(state, fact, actor.Id))
            : refusal;
    }

    public ActPerformed Facts(string act, params (string, object)[] answers) =>
        (ActPerformed)new Acting(
            Rules.Procedure.Find(act)!, State, Worker(), Reads(),
            new PerformAct(
                act, Step: null, CityWorld.Answers(answers), State.Version), Rules, Now).Become().Value.Facts[0];

    public Reads Reads() => Storage.Reads.Of(Contexts.None.With(book).With(city));

    private CaseOpened Opened() => new()
    {
        Number = "TR-1", Procedure = "trial", ProcedureVersion = 1, Pack = Rules.Pack, Subject = new("trial", "t", 1),
        Title = Say("t"), Area = Area, Agency = Agency, Channel = "web",
        Answers = ImmutableDictionary<string, JsonElement>.Empty,
        Parties = ImmutableDictionary<string, string>.Empty.Add("owner", Owner.Id), Papers = [],
        Params = ImmutableDictionary<string, string>.Empty, Limits = ImmutableDictionary<string, Limit>.Empty,
        Personal = ImmutableDictionary<string, Sealed>.Empty,
        Results = new ActResults(Rules, Bare(), Rules.Ask(Bare(), Owner, Now), Now)
            .Of(Rules.Procedure.Opens, Rules.Procedure.Start, "open", []).Value,
    };

    private Case Bare() => Case.Start("trial") with { Area = Area, Agency = Agency, OpenedAt = Now };

    private Case Apply(CaseOpened opened) => Applied(Case.Start("trial"), opened, Owner.Id);

    private Case Applied(Case state, IFact fact, string by) =>
        state.Apply(fact, new Stamp(
            0, state.Version + 1, Now, by, string.Create(CultureInfo.InvariantCulture, $"c{state.Version}")));
}

/// <summary>What a trial case is about.</summary>
internal sealed record TrialSubject : ICaseSubject
{
    public string Id => "t";

    public int Version => 1;

    public Localized Name => Trial.Say("t");

    public string Procedure => "trial";

    public string? Function => null;

    public string? Agency => null;

    public ImmutableArray<Field> Form { get; init; } = [];

    public ImmutableArray<PaperRule> Papers { get; init; } = [];

    public PlanNode? Plan { get; init; }

    public ImmutableDictionary<string, decimal> StageDays { get; init; } = ImmutableDictionary<string, decimal>.Empty;

    public ImmutableDictionary<string, string> Params { get; } = ImmutableDictionary<string, string>.Empty;

    public string? NumberBase(CaseAgency agency) => null;

    public ImmutableDictionary<string, Limit> Limits(Asked asked) => ImmutableDictionary<string, Limit>.Empty;
}
