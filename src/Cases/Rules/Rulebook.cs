using System.Collections.Concurrent;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Kinds of subjects a module brings: how one is found in a pack, on a day or by its version.</summary>
/// <param name="Name">Name of the kind, e.g. <c>item</c>.</param>
/// <param name="On">The version in force on a day; null when there is none.</param>
/// <param name="Find">A version by number; null when there is none.</param>
public sealed record SubjectKind(
    string Name, Func<PackSet, string, LocalDate, ICaseSubject?> On, Func<PackSet, string, int, ICaseSubject?> Find);

/// <summary>Finds the rules of cases: new ones in the pack of today, old ones in the pack they began under.</summary>
/// <param name="library">The packs.</param>
/// <param name="kinds">What cases can be about.</param>
public sealed class Rulebook(PackLibrary library, IEnumerable<SubjectKind> kinds)
{
    private const int MostKept = 10_000;
    private readonly Dictionary<string, SubjectKind> byName =
        kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, SubjectRef, string, int), CaseRules> known = new();
    private readonly ConcurrentDictionary<string, City> cities = new(StringComparer.Ordinal);

    /// <summary>The pack of today.</summary>
    public PackSet Current => library.Current;

    /// <summary>The city of today.</summary>
    public City City => CityOf(library.Current);

    /// <summary>The working calendar of a place and agency, as known now. Calendars are facts of the world: an old case
    /// is
    /// judged by its old rules, but by the days that were truly worked.</summary>
    public WorkCalendar Calendar(string area, string agency) => library.Current.Calendar!.For(area, agency);

    /// <summary>The rules of a case that exists.</summary>
    /// <exception cref="InvalidOperationException">Its pack is lost or lacks what the case began with: the store is
    /// broken.</exception>
    public CaseRules For(Case state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var key = (state.Pack, state.Subject, state.Procedure, state.ProcedureVersion);
        return known.TryGetValue(key, out var rules) ? rules : Keep(key, Find(state));
    }

    /// <summary>What conditions of a subject may see before there is a case: for a guide, or a draft.</summary>
    public Asked AskAbout(ICaseSubject subject, Actor actor, Instant now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var procedure = library.Current.Get(ProcedureKind.Kind).Find(subject.Procedure)?.Versions[^1].Value
            ?? throw new InvalidOperationException($"The pack has no procedure {subject.Procedure}.");
        return new(new CaseRules(library.Current, City, procedure, subject, this), Case.Start(""), actor, now);
    }

    /// <summary>The rules for a case about to be opened, and the agency responsible for it.</summary>
    /// <returns>Refuses <c>case.no_subject</c>, <c>case.area</c>, <c>case.no_agency</c>.</returns>
    public Outcome<(CaseRules Rules, string Agency)> ForNew(string kind, string subject, string area, Instant now)
    {
        var set = library.Current;
        var today = now.InZone(set.City!.Zone).Date;
        if (!byName.TryGetValue(kind, out var subjects) || subjects.On(set, subject, today) is not { } found
            || set.Get(ProcedureKind.Kind).Find(found.Procedure)?.On(today) is not { } procedure)
        {
            return Refusals.NoSubject(kind, subject);
        }

        var city = CityOf(set);
        if (!city.Knows(area))
        {
            return Refusals.UnknownArea();
        }

        var agency = found.Agency ?? (found.Function is { } function ? city.AgencyFor(function, area)?.Id : null);
        if (agency is null)
        {
            return Refusals.NoAgency(found.Function ?? "");
        }

        var key = (set.Hash, new SubjectRef(kind, found.Id, found.Version), procedure.Value.Id, procedure.Number);
        return (known.TryGetValue(
            key, out var rules) ? rules : Keep(key, new(set, city, procedure.Value, found, this)), agency);
    }

    private CaseRules Find(Case state)
    {
        // An older pack is read from the store once and then kept; whoever meets it first waits for it.
        var set = library.Find(state.Pack) ?? library.GetAsync(state.Pack).AsTask().GetAwaiter().GetResult().Value;
        var subject = byName.TryGetValue(state.Subject.Kind, out var kind)
            ? kind.Find(set, state.Subject.Id, state.Subject.Version)
            : null;
        var procedure = set.Get(ProcedureKind.Kind).Find(state.Procedure)?.Find(state.ProcedureVersion);
        return subject is null || procedure is null
            ? throw new InvalidOperationException($"The pack {state.Pack} lacks what case {state.Number} began with.")
            : new(set, CityOf(set), procedure.Value, subject, this);
    }

    private City CityOf(PackSet set) => cities.GetOrAdd(set.Hash, _ => City.Of(set).Value);

    private CaseRules Keep((string, SubjectRef, string, int) key, CaseRules rules)
    {
        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        return known.GetOrAdd(key, rules);
    }
}
