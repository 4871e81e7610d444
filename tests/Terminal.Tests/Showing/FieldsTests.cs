using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services;
using Heluo.TestKit;
using Heluo.Terminal.Showing;

namespace Heluo.Terminal.Tests.Showing;

public sealed class FieldsTests
{
    // Once a "yes" in the guide was the text "true" to a condition, and its material was not shown.
    [Fact]
    public async Task A_yes_or_a_number_in_an_address_is_one_to_the_conditions_of_an_item()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var item = new Catalogue(world.Rules, world.Clock).Find("drainage-permit")!;
        var monitors = item.Materials.Single(material => material.Rule.Id == "online-meter");
        var asked = new Conditions(world.Rules, item, Actor.Nobody, world.Clock.Now());
        asked.LeavesOpen(monitors).ShouldBeTrue();
        var (yes, no) = (asked.Answering(Read(item, "true")), asked.Answering(Read(item, "false")));
        (yes.Wants(monitors), yes.LeavesOpen(monitors)).ShouldBe((true, false));
        (no.Wants(monitors), no.LeavesOpen(monitors)).ShouldBe((false, false));
        Read(item, "3.5")["daily_volume"].GetDecimal().ShouldBe(3.5m);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("1,5")]
    [InlineData("1e9999")]
    [InlineData("NaN")]
    public async Task What_is_neither_stays_as_it_was_sent_and_is_refused_by_the_check(string sent)
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var item = new Catalogue(world.Rules, world.Clock).Find("drainage-permit")!;
        var read = Read(item, sent);
        read["key_unit"].ValueKind.ShouldBe(JsonValueKind.String);
        read["daily_volume"].ValueKind.ShouldBe(JsonValueKind.String);
    }

    private static IReadOnlyDictionary<string, JsonElement> Read(Item item, string sent) =>
        Fields.Read(item.Form.Where(field => field.Name is "key_unit" or "daily_volume"), _ => [sent]);
}
