using System.Collections.Frozen;
using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// The directory of a city: divisions and management areas as two trees, its bodies and roles. Immutable; made once
/// from
/// the loaded packs and handed to decisions as context. Names of codes are looked up here and nowhere else.
/// </summary>
public sealed class City
{
    /// <summary>Most steps from the lowest division to the city.</summary>
    internal const int Depth = 8;

    private readonly FrozenDictionary<string, Division> divisions;
    private readonly FrozenDictionary<string, ManagementArea> areas;
    private readonly FrozenDictionary<string, ManagementArea> covering;
    private readonly FrozenDictionary<(string Function, string Area), Agency> serving;
    private readonly FrozenDictionary<string, Agency> agencies;
    private readonly FrozenDictionary<string, Role> roles;
    private readonly FrozenDictionary<string, AgencyFunction> functions;
    private readonly ILookup<string, Division> children;

    private City(PackSet set, CitySettings settings)
    {
        Settings = settings;
        Name = (set.CityHeader ?? set.Header).Name;
        Languages = set.Languages;
        Divisions = set.Get(Division.PackKind).All;
        Areas = set.Get(ManagementArea.PackKind).All;
        Agencies = set.Get(Agency.PackKind).All;
        Roles = set.Get(Role.PackKind).All;
        divisions = Divisions.ToFrozenDictionary(one => one.Code, StringComparer.Ordinal);
        areas = Areas.ToFrozenDictionary(one => one.Id, StringComparer.Ordinal);
        agencies = Agencies.ToFrozenDictionary(one => one.Id, StringComparer.Ordinal);
        roles = Roles.ToFrozenDictionary(one => one.Id, StringComparer.Ordinal);
        Functions = set.Get(AgencyFunction.PackKind).All;
        functions = Functions.ToFrozenDictionary(one => one.Id, StringComparer.Ordinal);
        children = Divisions.Where(one => one.Parent is not null).ToLookup(one => one.Parent!, StringComparer.Ordinal);
        covering = Areas.SelectMany(area => area.Covers.Select(code => (code, area)))
            .DistinctBy(pair => pair.code)
            .ToFrozenDictionary(pair => pair.code, pair => pair.area, StringComparer.Ordinal);
        serving = Agencies.DistinctBy(one => (one.Function, one.Area))
            .ToFrozenDictionary(one => (one.Function, one.Area));
    }

    /// <summary>Zone, weekend, office hours.</summary>
    public CitySettings Settings { get; }

    /// <summary>The city's name in every language of the pack.</summary>
    public Localized Name { get; }

    /// <summary>The languages every text has, the default first.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Code of the division that is the city.</summary>
    public string Root => Settings.Division;

    /// <summary>Every division, by code.</summary>
    public ImmutableArray<Division> Divisions { get; }

    /// <summary>Every management area, by id.</summary>
    public ImmutableArray<ManagementArea> Areas { get; }

    /// <summary>Every body, by id.</summary>
    public ImmutableArray<Agency> Agencies { get; }

    /// <summary>Every function, by id.</summary>
    public ImmutableArray<AgencyFunction> Functions { get; }

    /// <summary>Every role, by id.</summary>
    public ImmutableArray<Role> Roles { get; }

    /// <summary>The directory of a loaded city. Refuses <c>city.no_settings</c> when the pack is a base pack.</summary>
    public static Outcome<City> Of(PackSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.City is { } settings
            ? new City(set, settings)
            : RegistryRefusals.Invalid(
                "city.no_settings", "The pack has no city: in its pack.yaml; it is a base pack.");
    }

    /// <summary>A division by its code; null when the city has none such.</summary>
    public Division? Find(string code) => divisions.GetValueOrDefault(code);

    /// <summary>A management area by its id; null when there is none.</summary>
    public ManagementArea? FindArea(string id) => areas.GetValueOrDefault(id);

    /// <summary>A body by its id; null when there is none.</summary>
    public Agency? FindAgency(string id) => agencies.GetValueOrDefault(id);

    /// <summary>A function by its id; null when there is none.</summary>
    public AgencyFunction? FindFunction(string id) => functions.GetValueOrDefault(id);

    /// <summary>A role by its id; null when there is none.</summary>
    public Role? FindRole(string id) => roles.GetValueOrDefault(id);

    /// <summary>The divisions directly below one, by code.</summary>
    public ImmutableArray<Division> ChildrenOf(string code) => [.. children[code]];

    /// <summary>
    /// The place itself and everything above it, nearest first: divisions, each followed by the management area that
    /// covers
    /// it. A code below the known divisions (a village, a grid) begins at the nearest known one.
    /// </summary>
    public ImmutableArray<string> Chain(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var chain = ImmutableArray.CreateBuilder<string>(Depth);
        if (FindArea(place) is { } area)
        {
            chain.Add(place);
            chain.AddRange(Common(area));
            return chain.ToImmutable();
        }

        for (var code = Nearest(place); code is not null && chain.Count < 2 * Depth; code = Find(code)?.Parent)
        {
            chain.Add(code);
            if (covering.GetValueOrDefault(code) is { } over)
            {
                chain.Add(over.Id);
            }
        }

        return chain.ToImmutable();
    }

    /// <summary>
    /// The body with a function that answers for a place: of the nearest place up the chain that has one; null when
    /// none has.
    /// </summary>
    public Agency? AgencyFor(string function, string place)
    {
        foreach (var step in Chain(place))
        {
            if (serving.TryGetValue((function, step), out var agency))
            {
                return agency;
            }
        }

        return null;
    }

    /// <summary>Whether a place is known: a division, an area, or a code below a known division.</summary>
    public bool Knows(string place) => Find(place) is not null || FindArea(place) is not null;

    /// <summary>
    /// Code prefixes that together reach the whole place: null for the city, one code for a division, the covered codes
    /// for
    /// a management area, and codes below a division that do not begin with its own.
    /// </summary>
    public ImmutableArray<string>? Reach(string? place)
    {
        if (place is null || place == Root)
        {
            return null;
        }

        return FindArea(place) is { } area
            ? [.. area.Covers.SelectMany(Prefixes).Distinct(StringComparer.Ordinal)]
            : [.. Prefixes(place)];
    }

    /// <summary>The calendar day in the city at an instant.</summary>
    public LocalDate DayAt(Instant now) => now.InZone(Settings.Zone).Date;

    private IEnumerable<string> Prefixes(string code) =>
        [code, .. ChildrenOf(code).SelectMany(child => Prefixes(child.Code))
            .Where(below => !below.StartsWith(code, StringComparison.Ordinal))];

    private string? Nearest(string code)
    {
        for (var known = code; known is not null; known = Division.ParentByCode(known))
        {
            if (divisions.ContainsKey(known))
            {
                return known;
            }
        }

        return null;
    }

    // What lies above every division an area covers: a body over all of it may answer for the area.
    private IEnumerable<string> Common(ManagementArea area)
    {
        var chains = area.Covers.Select(code => Chain(code).Where(step => step != area.Id)).ToArray();
        return chains[0].Where(step => chains.All(chain => chain.Contains(step, StringComparer.Ordinal)));
    }
}
