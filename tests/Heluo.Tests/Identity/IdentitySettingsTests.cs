using Heluo.Identity;
using Microsoft.Extensions.Configuration;

namespace Heluo.Tests.Identity;

public class IdentitySettingsTests
{
    [Fact]
    public void A_city_that_serves_names_a_provider_it_can_trust_and_its_own_name_there()
    {
        var refused = Read(isDemo: false, ("Identity:Authority", "http://id.example"),
            ("Identity:Limits:Failures", "99"));
        refused.Refusal!.Code.ShouldBe("host.identity");
        refused.Refusal.Faults.Select(fault => fault.Field)
            .ShouldBe(["Failures", "Identity:Authority", "Identity:ClientId"]);
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_named()
    {
        var refused = Read(isDemo: false, ("Identity:Limits:Failures", "many"));
        refused.Refusal!.Faults.Single().Sentence.ShouldContain("Failures");
    }

    [Fact]
    public void A_demo_needs_nothing_and_lets_nobody_time_out()
    {
        var settings = Read(isDemo: true).Value;
        settings.Limits.IdleMinutes.ShouldBeGreaterThan(60 * 24 * 365);
    }

    [Fact]
    public void What_is_given_is_taken()
    {
        var settings = Read(
            isDemo: false,
            ("Identity:Authority", "https://id.example"),
            ("Identity:ClientId", "heluo"),
            ("Identity:Limits:SecondFactor", "Officers"),
            ("Identity:Limits:IdleMinutes", "10")).Value;
        settings.Limits.SecondFactor.ShouldBe(Registry.SecondFactor.Officers);
        settings.Limits.IdleMinutes.ShouldBe(10);
        settings.Limits.Sessions.ShouldBe(3);
    }

    private static Kernel.Outcome<IdentitySettings> Read(bool isDemo, params (string Key, string Value)[] settings) =>
        IdentitySettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(
                settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build(),
            isDemo ? Hosting.HouseMode.Demo : Hosting.HouseMode.Serve);
}
