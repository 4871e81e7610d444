using System.Collections.Immutable;
using Heluo.Registry;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>The places, bodies and officers that can be chosen where a form asks for one.</summary>
/// <param name="City">The city.</param>
/// <param name="Colleagues">Who else there is; none where no officer can be asked for.</param>
/// <param name="Near">The place whose bodies come first; null when none is known.</param>
internal sealed record Choices(City City, ImmutableArray<Colleague> Colleagues, string? Near = null)
{
    /// <summary>Most bodies offered; a city has some hundreds, and those that serve the place come first.</summary>
    private const int MostAgencies = 60;

    /// <summary>The districts, counties and zones of the city.</summary>
    public ImmutableArray<OptionView> Areas(Visit visit) =>
        [.. Districts.Of(City).Select(one => new OptionView(one.Code, visit.Say(one.Name)))];

    /// <summary>The bodies that answer for the place, one for each function.</summary>
    public ImmutableArray<OptionView> Agencies(Visit visit) =>
    [
        .. City.Functions.Select(function => City.AgencyFor(function.Id, Near ?? City.Root))
            .OfType<Agency>()
            .DistinctBy(agency => agency.Id)
            .Take(MostAgencies)
            .Select(agency => new OptionView(agency.Id, visit.Say(agency.Name))),
    ];

    /// <summary>The officers.</summary>
    public ImmutableArray<OptionView> Officers() =>
        [.. Colleagues.Select(one => new OptionView(one.Id, one.Name))];
}
