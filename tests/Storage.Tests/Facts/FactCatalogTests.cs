using System.Text;

namespace Heluo.Storage.Tests.Facts;

public sealed class FactCatalogTests
{
    [Theory]
    [InlineData("opened")]
    [InlineData("Case.Opened")]
    [InlineData("case.")]
    [InlineData("case.opened@2")]
    [InlineData("case opened.x")]
    [InlineData("")]
    public void A_name_without_proper_form_is_a_bug(string kind) =>
        Should.Throw<ArgumentException>(() => new FactCatalog().Add<MoneyPaid>(kind));

    [Fact]
    public void A_kind_or_a_type_is_added_once()
    {
        var catalog = new FactCatalog().Add<MoneyPaid>("account.paid");
        Should.Throw<ArgumentException>(() => catalog.Add<NumberTaken>("account.paid"));
        Should.Throw<ArgumentException>(() => catalog.Add<MoneyPaid>("account.paid_again"));
    }

    [Fact]
    public void A_fact_that_can_be_inherited_is_a_bug() =>
        Should.Throw<ArgumentException>(() => new FactCatalog().Add<Open>("test.open"));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    public void Every_older_schema_needs_its_step(int schema, int steps) =>
        Should.Throw<ArgumentException>(() => new FactCatalog().Add<MoneyPaid>(
            "account.paid", schema, Enumerable.Repeat<Upcast>(body => body, steps).ToArray()));

    [Fact]
    public void A_family_is_added_once_and_has_a_proper_name()
    {
        Should.Throw<ArgumentException>(() => new FactCatalog().AddState<Account>().AddState<Account>());
        Should.Throw<ArgumentException>(() => new FactCatalog().AddState<Shouting>());
    }

    [Fact]
    public void A_fact_or_state_not_in_the_catalog_is_a_bug_and_says_which()
    {
        var catalog = new FactCatalog();
        Should.Throw<InvalidOperationException>(() => catalog.Write(new MoneyPaid(1))).Message
            .ShouldContain("MoneyPaid");
        Should.Throw<InvalidOperationException>(() => catalog.Family(typeof(Account))).Message.ShouldContain("Account");
    }

    [Theory]
    [InlineData("account.burnt", "fact.unknown")]
    [InlineData("account.paid@2", "fact.newer")]
    [InlineData("account.paid@1", "fact.unknown")]
    [InlineData("account.paid@x", "fact.unknown")]
    [InlineData("account.paid@-2", "fact.unknown")]
    public void A_kind_that_is_not_known_is_refused_by_its_name(string kind, string code)
    {
        var refusal = World.Catalog().Read(Row(kind, """{"amount":1}""")).Refusal!;
        refusal.Code.ShouldBe(code);
        refusal.Sentence.ShouldContain(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"amount":"1"}""")]
    [InlineData("""{"amount":1.5}""")]
    [InlineData("""{"amount":1,"amount":2}""")]
    [InlineData("""{"amount":1,"note":"x","more":true}""")]
    [InlineData("""{"note":"no amount"}""")]
    [InlineData("""{"Amount":1}""")]
    public void A_damaged_body_is_refused_and_named(string body)
    {
        var refusal = World.Catalog().Read(Row("account.paid", body)).Refusal!;
        refusal.Code.ShouldBe("store.corrupt");
        refusal.Sentence.ShouldContain("fact 7 (account.paid of 'account/a')");
    }

    [Fact]
    public void A_body_nested_without_end_is_refused()
    {
        var catalog = World.Catalog();
        var deep = $$"""{"amount":1,"note":{{new string('[', 100_000)}}""";
        catalog.Read(Row("account.paid", deep)).Refusal!.Code.ShouldBe("store.corrupt");
    }

    [Fact]
    public void A_fact_is_written_short_and_read_back()
    {
        var (kind, body) = World.Catalog().Write(new MoneyPaid(5));
        kind.ShouldBe("account.paid");
        Encoding.UTF8.GetString(body).ShouldBe("""{"amount":5}""");
        World.Catalog().Read(Row(kind, Encoding.UTF8.GetString(body))).Value.Fact.ShouldBe(new MoneyPaid(5));
    }

    [Fact]
    public void An_older_body_is_lifted_step_by_step()
    {
        var catalog = new FactCatalog().Add<MoneyPaid>("account.paid", 3, CentsToCoins, AddNote);
        catalog.Read(Row("account.paid", """{"cents":500}""")).Value.Fact.ShouldBe(new MoneyPaid(5, "lifted"));
        catalog.Read(Row("account.paid@2", """{"amount":5}""")).Value.Fact.ShouldBe(new MoneyPaid(5, "lifted"));
        catalog.Read(Row("account.paid@3", """{"amount":5}""")).Value.Fact.ShouldBe(new MoneyPaid(5));
        catalog.Write(new MoneyPaid(5)).Kind.ShouldBe("account.paid@3");
        catalog.Kinds.ShouldBe([("account.paid", 3)]);
    }

    [Fact]
    public void An_older_body_that_cannot_be_lifted_is_refused()
    {
        var catalog = new FactCatalog().Add<MoneyPaid>("account.paid", 2, CentsToCoins);
        catalog.Read(Row("account.paid", "{}")).Refusal!.Code.ShouldBe("store.corrupt");
        catalog.Read(Row("account.paid", "[1]")).Refusal!.Code.ShouldBe("store.corrupt");
    }

    internal static FactRow Row(string kind, string body) =>
        new(7, "account/a", 1, 0, kind, 0, "actor", "c1", "", Encoding.UTF8.GetBytes(body));

    private static System.Text.Json.Nodes.JsonObject CentsToCoins(System.Text.Json.Nodes.JsonObject body)
    {
        var cents = body["cents"] ?? throw new FormatException("no cents");
        return new() { ["amount"] = cents.GetValue<long>() / 100 };
    }

    private static System.Text.Json.Nodes.JsonObject AddNote(System.Text.Json.Nodes.JsonObject body)
    {
        body["note"] = "lifted";
        return body;
    }

    private record Open : IFact;

    private sealed record Shouting : IState<Shouting>
    {
        public static string Family => "SHOUT";

        public string? Shelf => null;

        public static Shouting Start(string key) => new();

        public Shouting Apply(IFact fact, Stamp stamp) => this;
    }
}
