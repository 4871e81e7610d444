using System.Collections.Immutable;
using System.Text;
using Heluo.Kernel;

namespace Heluo.Storage.Tests;

/// <summary>Commits as data, made by hand.</summary>
internal static class Commits
{
    public static Chain Links { get; } = new(Hashes.Sha256);

    public static ImmutableArray<Outcome<long>> Write(this IDialect dialect, IReadOnlyList<CommitData> group) =>
        dialect.Write(group, Links);

    public static StreamWrite Write(
        string key, int expected = 0, long previous = 0, int facts = 1, string body = """{"amount":1}""",
        string? shelf = null) =>
        new(
            "account/" + key,
            expected,
            previous,
            [.. Enumerable.Repeat(new FactData("account.paid", Encoding.UTF8.GetBytes(body), new MoneyPaid(1)), facts)],
            Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","amount":1,"moves":1}"""),
            shelf)
        {
            After = Account.Start(key),
        };

    public static CommitData Of(string key) => Of(Write(key));

    public static CommitData Of(params StreamWrite[] writes) => new("actor", "c1", 1000, "00000000", [], [.. writes]);
}
