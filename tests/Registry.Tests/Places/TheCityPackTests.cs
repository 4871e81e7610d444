using Heluo.Packs;
using Heluo.TestKit;

namespace Heluo.Registry.Tests;

public class TheCityPackTests
{
    private static readonly Lazy<City> Pack = new(() =>
        City.Of(new PackReader().WithRegistry().Leniently().Load(Repository.Pack("zhengzhou")).ToOutcome().Value)
            .Value);

    [Fact]
    public void It_has_twelve_county_level_units_three_zones_and_208_townships()
    {
        var kinds = Pack.Value.Divisions.CountBy(division => division.Kind).ToDictionary();
        kinds["county"].ShouldBe(12);
        kinds["zone"].ShouldBe(3);
        kinds["township"].ShouldBe(208);
    }

    [Fact]
    public void Every_township_has_a_body_for_every_function_that_counties_have()
    {
        var functions = Pack.Value.Agencies.Where(agency => agency.Level == "county")
            .Select(agency => agency.Function).Distinct().ToArray();
        functions.ShouldNotBeEmpty();
        foreach (var township in Pack.Value.Divisions.Where(division => division.Kind == "township"))
        {
            foreach (var function in functions)
            {
                Pack.Value.AgencyFor(function, township.Code).ShouldNotBeNull($"{function} in {township.Code}");
            }
        }
    }

    [Fact]
    public void Every_place_leads_up_to_the_city() =>
        Pack.Value.Divisions.ShouldAllBe(division => Pack.Value.Chain(division.Code).Last() == Pack.Value.Root);
}
