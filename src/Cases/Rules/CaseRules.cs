using System.Collections.Frozen;
using System.Globalization;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using NodaTime;

namespace Heluo.Cases;

/// <summary>The rules one case is conducted by: its procedure and subject in the pack it began under. Immutable,
/// shared.</summary>
public sealed class CaseRules
{
    private readonly PackSet set;
    private readonly City city;
    private readonly Rulebook book;

    internal CaseRules(PackSet set, City city, Procedure procedure, ICaseSubject subject, Rulebook book)
    {
        this.book = book;
        this.set = set;
        this.city = city;
        Procedure = procedure;
        Subject = subject;
        Roles = procedure.Acts.SelectMany(act => act.Who).Select(who => who.Name)
            .Concat(procedure.Stages.Select(stage => stage.Desk).OfType<string>())
            .Where(name => name != Who.House && !procedure.Parties.Contains(name))
            .Concat(subject.Plan is { } plan ? PlanNodes.Steps(plan).Select(step => step.Role) : [])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The procedure.</summary>
    public Procedure Procedure { get; }

    /// <summary>What the case is about.</summary>
    public ICaseSubject Subject { get; }

    /// <summary>Hash of the pack.</summary>
    public string Pack => set.Hash;

    /// <summary>The pack itself.</summary>
    public PackSet Set => set;

    /// <summary>Every role that has a part in the procedure or the plan.</summary>
    public FrozenSet<string> Roles { get; }

    /// <summary>The city as the pack describes it.</summary>
    public City City => city;

    /// <summary>The working calendar of the case's place and agency, as known now.</summary>
    public WorkCalendar Calendar(Case state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return book.Calendar(state.Area, state.Agency);
    }

    /// <summary>The day it is in the city.</summary>
    public LocalDate LocalDate(Instant at) => at.InZone(set.City!.Zone).Date;

    /// <summary>What conditions may see of a case.</summary>
    public Asked Ask(Case state, Actor actor, Instant at) => new(this, state, actor, at);

    /// <summary>Whether a paper is wanted at all, given the answers.</summary>
    public bool Wants(PaperRule paper, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(asked);
        return paper.When is null || asked.Holds(paper.When);
    }

    /// <summary>The papers wanted, given the answers.</summary>
    public IEnumerable<PaperRule> Wanted(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Subject.Papers.Where(paper => paper.When is null || asked.Holds(paper.When));
    }

    /// <summary>The ids of the papers that are required and not there.</summary>
    internal IEnumerable<string> Missing(Case state, Asked asked)
    {
        foreach (var paper in Subject.Papers)
        {
            if (paper.Required && state.Papers.All(given => given.Rule != paper.Id)
                && (paper.When is null || asked.Holds(paper.When)))
            {
                yield return paper.Id;
            }
        }
    }

    internal string? AgencyWith(string? function, Case state) =>
        function is null ? null : city.AgencyFor(function, state.Area)?.Id;

    internal bool KnowsAgency(string agency) => book.City.FindAgency(agency) is not null;

    internal Limit? LimitOf(string clock, Case state) =>
        !Procedure.Clocks.TryGetValue(clock, out var rule) ? null
        : rule.Limit is { } limit ? limit
        : state.Limits.TryGetValue(rule.Param!, out var given) ? given
        : null;

    internal (string Serial, string Front) NumberFront(string agency, string area, Instant at)
    {
        var day = LocalDate(at).ToString("uuuuMMdd", CultureInfo.InvariantCulture);
        var front = Procedure.Number.Prefix is { } prefix
            ? $"{prefix}-{(area.Length > 6 ? area[..6] : area)}-{day}-"
            : Subject.NumberBase(new(agency, city.FindAgency(agency)?.CreditCode?.ToString() ?? "")) + day;
        return ("case/" + front, front);
    }
}
