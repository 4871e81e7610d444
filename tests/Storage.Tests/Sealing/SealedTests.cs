using System.Text.Json;

namespace Heluo.Storage.Tests.Sealing;

public sealed class SealedTests
{
    [Fact]
    public void A_fact_written_while_its_value_is_plain_throws()
    {
        var fact = new AccountOpened(Sealed.Of("person/1", "account", "Li Na"));
        Should.Throw<InvalidOperationException>(() => World.Catalog().Write(fact)).Message.ShouldNotContain("Li Na");
        using var scope = SealScope.Of("account");
        Should.Throw<InvalidOperationException>(() => World.Catalog().Write(fact)).Message.ShouldContain("still plain");
    }

    [Fact]
    public void A_document_written_while_its_value_is_plain_throws()
    {
        var family = World.Catalog().Family(typeof(Account));
        var state = Account.Start("a") with { Owner = Sealed.Of("person/1", "account", "Li Na") };
        Should.Throw<InvalidOperationException>(() => family.Write(state));
    }

    [Fact]
    public async Task No_other_serialiser_can_write_or_read_it()
    {
        using var world = new World();
        await world.Open("a", new("2021", "Li Na"), "c1");
        var owner = (await world.Load("a")).State.Owner;
        Should.Throw<InvalidOperationException>(() => JsonSerializer.Serialize(owner));
        Should.Throw<InvalidOperationException>(
            () => JsonSerializer.Serialize(Sealed.Of("person/1", "account", "Li Na")));
        Should.Throw<InvalidOperationException>(
            () => JsonSerializer.Deserialize<Sealed>("""{"k":"a","c":"b","h":"c"}"""));
    }

    [Fact]
    public async Task It_never_shows_its_value_as_text()
    {
        var plain = Sealed.Of("person/1", "account", "Li Na");
        plain.ToString().ShouldBe("(sealed on commit)");
        new AccountOpened(plain).ToString().ShouldNotContain("Li Na");
        using var world = new World();
        await world.Open("a", new("2021", "Li Na"), "c1");
        (await world.Load("a")).State.Owner!.ToString().ShouldBe("(sealed)");
    }

    [Theory]
    [InlineData("", "purpose")]
    [InlineData(" ", "purpose")]
    [InlineData("subject", "")]
    [InlineData("sub\nject", "purpose")]
    [InlineData("subject", "pur\npose")]
    public void A_subject_or_purpose_without_form_is_a_bug(string subject, string purpose) =>
        Should.Throw<ArgumentException>(() => Sealed.Of(subject, purpose, "value"));

    [Fact]
    public void A_value_subject_or_purpose_over_its_limit_is_a_bug()
    {
        Should.Throw<ArgumentException>(() => Sealed.Of("s", "p", new string('x', Limits.SealedBytes)));
        Should.Throw<ArgumentException>(() => Sealed.Of(new('s', 201), "p", "x"));
        Should.Throw<ArgumentException>(() => Sealed.Of("s", new('p', 101), "x"));
        Should.NotThrow(() => Sealed.Of(new('s', 200), new('p', 100), new string('x', Limits.SealedBytes - 2)));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"k":"a","c":"b"}""")]
    [InlineData("""{"k":"a","c":"b","h":5}""")]
    [InlineData("""{"k":"a","c":"b","h":"c","x":"d"}""")]
    [InlineData("""{"k":"a","c":{"d":1},"h":"c"}""")]
    public void An_envelope_without_form_is_refused(string envelope)
    {
        var row = Facts.FactCatalogTests.Row("account.opened", $$"""{"owner":{{envelope}}}""");
        World.Catalog().Read(row).Refusal!.Code.ShouldBe("store.corrupt");
    }
}
