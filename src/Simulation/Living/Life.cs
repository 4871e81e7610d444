using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Governance;
using Heluo.Kernel;
using Heluo.Services;
using NodaTime;

namespace Heluo.Simulation;

/// <summary>
/// Lives the city: people apply and report, officers work their desks, in the order of time and through the same doors
/// as
/// everybody. The same seed lives the same life.
/// </summary>
internal sealed class Life
{
    private readonly Town town;
    private readonly Random chance;
    private readonly Answering answering;
    private readonly ImmutableArray<DemoPerson> people;
    private readonly PriorityQueue<Func<Task>, (Instant At, int Order)> coming = new();
    private readonly Officials officials;
    private readonly CancellationToken ct;
    private int order;
    private int commands;

    public Life(Town town, Officials officials, int seed, CancellationToken ct)
    {
        (this.town, this.officials, this.ct) = (town, officials, ct);
        chance = new Random(seed);
        answering = new Answering(chance, town.Packs);
        people = town.Packs.Get(DemoKinds.Person).All;
    }

    /// <summary>How many requests were refused, by code; a city in order has few.</summary>
    public SortedDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    private WorkCalendar Calendar => town.Packs.Calendar!;

    /// <summary>Plans the openings between two moments.</summary>
    public void Plan(Instant from, Instant until, int applications, int incidents)
    {
        for (var i = 0; i < applications; i++)
        {
            At(Between(from, until), ApplyAsync);
        }

        for (var i = 0; i < incidents; i++)
        {
            At(Between(from, until), ReportAsync);
        }
    }

    /// <summary>Lives until a moment; what would come later does not happen.</summary>
    public async Task LiveAsync(Instant until)
    {
        while (coming.TryDequeue(out var deed, out var due) && due.At < until)
        {
            if (due.At > town.Clock.Now())
            {
                town.MoveTo(due.At);
                await town.Timers.FireAsync(ct);
            }

            await deed();
        }

        town.MoveTo(until);
        await town.Timers.FireAsync(ct);
    }

    private void At(Instant moment, Func<Task> deed) => coming.Enqueue(deed, (moment, order++));

    private void Soon(double leastHours, double mostHours, Func<Task> deed) =>
        At(OfficeMoments.InOffice(town.Clock.Now() + Hours(leastHours, mostHours), Calendar, chance), deed);

    private Duration Hours(double least, double most) =>
        Duration.FromHours(least + (chance.NextDouble() * (most - least)));

    private Instant Between(Instant from, Instant until)
    {
        var at = from + Duration.FromMinutes(chance.NextDouble() * (until - from).TotalMinutes);
        return OfficeMoments.InOffice(at, Calendar, chance);
    }

    private string Command => $"life-{++commands}";

    private Case? Keep(Outcome<Case> outcome)
    {
        if (outcome.TryGet(out var state, out var refusal))
        {
            return state;
        }

        Refused[refusal.Code] = Refused.GetValueOrDefault(refusal.Code) + 1;
        return null;
    }

    private async Task ApplyAsync()
    {
        var today = town.City.DayAt(town.Clock.Now());
        // Nobody asks to be forgotten by chance: what is forgotten is gone.
        var items = town.Packs.Get(ItemKind.Kind).All.Select(item => item.On(today)?.Value).OfType<Item>()
            .Where(item => town.Packs.Get(ProcedureKind.Kind).Find(item.Procedure)?.On(today)?.Value.Acts
                .All(act => act.Effects.Erase is null) == true).ToArray();
        var item = items[chance.Next(items.Length)];
        var who = people[chance.Next(people.Length)];
        var asked = new Conditions(town.Rules, item, Actor.House, town.Clock.Now());
        var answers = answering.Fill(item.Form, who, (when, soFar) => asked.Answering(soFar).Holds(when));
        var given = asked.Answering(answers);
        var complete = chance.Next(4) > 0;
        ImmutableArray<PaperGiven> papers =
        [
            .. item.Papers.Where(paper => paper.Required && (paper.When is null || given.Holds(paper.When)))
                .Skip(complete ? 0 : 1)
                .Select(paper => new PaperGiven(paper.Id, paper.Name.In(town.Packs.Languages[0]), Blob: null, "B")),
        ];
        var actor = new Actor($"person/{who.Id}", ActorKind.Resident, []);
        var opened = Keep(await town.Cases.OpenAsync(
            new OpenCase(Item.SubjectKind, item.Id, who.Area, answers, complete ? "web" : "window") { Papers = papers },
            actor, Command, ct));
        if (opened is not null)
        {
            Soon(1, 30, () => WorkAsync(opened.Number));
        }
    }

    private async Task ReportAsync()
    {
        var classes = town.Packs.Get(IncidentKind.Kind).All;
        var incident = classes[chance.Next(classes.Length)];
        var who = people[chance.Next(people.Length)];
        var answers = answering.Fill(IncidentKind.Find(town.Packs, incident.Id)!.Form, who, (_, _) => true);
        var opened = Keep(await town.Cases.OpenAsync(
            new OpenCase(IncidentClass.SubjectKind, incident.Id, who.Area, answers, "web"),
            new Actor($"person/{who.Id}", ActorKind.Resident, []), Command, ct));
        if (opened is not null)
        {
            At(town.Clock.Now() + Hours(0.05, 0.7), () => WorkAsync(opened.Number));
        }
    }

    /// <summary>Does the next thing with a case: the applicant when it is their turn, else whoever's desk it lies
    /// on.</summary>
    private async Task WorkAsync(string number)
    {
        if (!(await town.Cases.ReadAsync(number, Actor.House, ct)).TryGet(out var state, out _)
            || state.End is not null)
        {
            return;
        }

        foreach (var actor in officials.For(state, chance))
        {
            var allowed = town.Cases.Allowed(state, actor);
            if (Habits.Choose(allowed, state, town, chance) is not { } chosen)
            {
                continue;
            }

            var answers = answering.Fill(chosen.Act.Form, people[0], (when, soFar) =>
                town.Rules.For(state).Ask(state, actor, town.Clock.Now()).Telling(soFar).Holds(when), chosen.Act.Id);
            var request = new PerformAct(
                chosen.Act.Id, chosen.Step, Habits.Adjust(answers, chosen.Act, state, town), state.Version)
            {
                Papers = Habits.Papers(chosen.Act, state, town),
            };
            var done = Keep(await town.Cases.PerformAsync(number, request, actor, Command, ct));
            if (done is { End: null })
            {
                Later(done, number);
            }

            return;
        }
    }

    private void Later(Case state, string number)
    {
        // One case in twelve lies too long on somebody's desk: a city has late cases too.
        var slow = chance.Next(12) == 0 ? 12 : 1;
        if (state.Subject.Kind == IncidentClass.SubjectKind)
        {
            At(town.Clock.Now() + Hours(0.1 * slow, 2.5 * slow), () => WorkAsync(number));
        }
        else
        {
            Soon(4 * slow, 44 * slow, () => WorkAsync(number));
        }
    }
}
