using System.Net.Http.Json;
using System.Text.Json;
using Heluo.Hosting;
using Heluo.Storage;

namespace Heluo.Tests;

/// <summary>Whoever asks what the city keeps of people is told all of it, and why.</summary>
public sealed class PersonalRegisterTests
{
    [Fact]
    public async Task Anybody_reads_what_is_kept_for_what_by_which_article_and_how_long()
    {
        await using var house = await LiveHouse.StartAsync(HouseMode.Serve);
        var entries = (await house.Client.GetFromJsonAsync<JsonElement>(
            "/api/v1/personal-data-register", TestContext.Current.CancellationToken)).EnumerateArray().ToList();
        entries.ShouldContain(one => Is(one, "where", "person.registered") && Is(one, "field", "number"));
        entries.ShouldContain(one => Is(one, "where", "item/social-security-card") && Is(one, "field", "mobile"));
        entries.ShouldContain(one => Is(one, "where", "incident/exposed-rubbish"));
        entries.ShouldContain(one => Is(one, "purpose", "application-papers"));
        foreach (var entry in entries)
        {
            foreach (var name in new[] { "purpose", "basis", "retention" })
            {
                entry.GetProperty(name).GetString().ShouldNotBeNullOrEmpty($"{entry}");
            }
        }
    }

    [Fact]
    public void A_sealed_field_of_which_nothing_is_said_does_not_get_into_the_house() =>
        Should.Throw<ArgumentException>(() => new FactCatalog().Add<Unsaid>("some.unsaid"))
            .Message.ShouldContain("inner.name");

    [Fact]
    public void Every_sealed_field_of_the_house_says_what_it_is_kept_for() => OpenedCity.Catalog.Personal
        .Select(one => one.Field).Distinct().ShouldBe(
            ["name", "number", "phone", "representativeName", "personal", "papers.blob", "paper.blob"]);

    private static bool Is(JsonElement entry, string name, string value) =>
        entry.GetProperty(name).GetString() == value;

    private sealed record Unsaid(Inner Inner) : IFact;

    private sealed record Inner(Sealed Name);
}
