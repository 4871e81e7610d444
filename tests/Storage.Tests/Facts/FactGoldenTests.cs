using System.Runtime.CompilerServices;

namespace Heluo.Storage.Tests.Facts;

public sealed class FactGoldenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heluo-golden-").FullName;

    [Fact]
    public void The_facts_of_these_tests_keep_their_form() => FactGolden.Faults(
        World.Catalog(),
        Beside(),
        new AccountOpened(Sealed.Of("person/1", "account", "Li Na"), "desk", "a note"),
        new MoneyPaid(5, "a note"),
        new AccountShelved("desk"),
        new FilesAttached([new(new('A', 43), 12, "proof", Sealed.Of("person/1", "account", "key"))]),
        new NumberTaken(7)).ShouldBeEmpty();

    [Fact]
    public void A_kind_without_golden_file_is_a_fault() =>
        FactGolden.Faults(Paid(), folder, new MoneyPaid(5)).ShouldHaveSingleItem().ShouldContain("no golden file");

    [Fact]
    public void A_kind_without_specimen_is_a_fault() =>
        FactGolden.Faults(Paid(), folder).ShouldHaveSingleItem().ShouldContain("no specimen of MoneyPaid");

    [Fact]
    public void A_form_that_changed_is_a_fault_that_says_what_to_do()
    {
        Write("account.paid.json", """{ "cents": 5 }""");
        var fault = FactGolden.Faults(Paid(), folder, new MoneyPaid(5)).ShouldHaveSingleItem();
        fault.ShouldContain("raise the schema of 'account.paid' to 2");
        fault.ShouldContain("cents");
    }

    [Fact]
    public void An_older_version_must_stay_and_stay_readable()
    {
        var catalog = new FactCatalog().Add<MoneyPaid>(
            "account.paid", 2, body => new() { ["amount"] = body["coins"]?.DeepClone() });
        Write("account.paid@2.json", "{\n  \"amount\": 5\n}");
        FactGolden.Faults(catalog, folder, new MoneyPaid(5))
            .ShouldHaveSingleItem().ShouldContain("older version is missing");
        Write("account.paid.json", """{ "cents": 5 }""");
        FactGolden.Faults(catalog, folder, new MoneyPaid(5))
            .ShouldHaveSingleItem().ShouldContain("cannot be read any more");
        Write("account.paid.json", """{ "coins": 5 }""");
        FactGolden.Faults(catalog, folder, new MoneyPaid(5)).ShouldBeEmpty();
    }

    [Fact]
    public void A_golden_file_that_no_kind_reads_is_a_fault()
    {
        Write("account.paid.json", "{\n  \"amount\": 5\n}");
        Write("account.burnt.json", "{}");
        FactGolden.Faults(Paid(), folder, new MoneyPaid(5)).ShouldHaveSingleItem().ShouldContain("account.burnt.json");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static FactCatalog Paid() => new FactCatalog().Add<MoneyPaid>("account.paid");

    private static string Beside([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
