using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Storage;
using Heluo.TestKit;

namespace Heluo.Services.Tests;

public class FactGoldenTests
{
    [Fact]
    public void The_form_of_every_fact_is_kept_for_ever() => FactGolden.Faults(
        new FactCatalog().AddServices(),
        Path.Combine(Repository.Root, "tests", "Services.Tests", "Golden"),
        new DraftBegun("person/zhang", "officer/li-na", "food-business", 1, "410105001"),
        new DraftPlaced("410105001"),
        new DraftAnswered(
            ImmutableDictionary<string, JsonElement>.Empty.Add("area", JsonSerializer.SerializeToElement(40)),
            ImmutableDictionary<string, Sealed>.Empty.Add("contact_phone", Plain("contact-applicant")),
            ["premises"]),
        new PaperAttached(new DraftPaper(
            "0123456789abcdef", "floor-plan", "plan.pdf",
                new BlobRef(new string('A', 43), 5, "proof", Plain("application-papers")),
            "C")),
        new PaperDetached("0123456789abcdef"),
        new DraftSent("SJ-410105-20210104-0001"),
        new DraftDropped()).ShouldBeEmpty();

    private static Sealed Plain(string purpose) => Sealed.Of("person/zhang", purpose, "a");
}
