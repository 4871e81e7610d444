namespace Heluo.Storage.Tests.Proving;

public sealed class LeafTests
{
    private static readonly FactRow Row = new(
        7, "account/a", 3, 5, "account.paid", 1000, "officer/a", "c1", "00000000", "{}"u8.ToArray());

    [Fact]
    public void Each_field_counts_and_so_does_where_one_ends()
    {
        FactRow[] others =
        [
            Row with { Stream = "account/b" }, Row with { Version = 4 }, Row with { Kind = "account.paid@2" },
            Row with { At = 1001 }, Row with { Actor = "officer/b" }, Row with { Command = "c2" },
            Row with { Cause = null }, Row with { Cause = "" }, Row with { Body = "{ }"u8.ToArray() },
            Row with { Actor = "officer/ac", Command = "1" }, Row with { Stream = "account/ä" },
        ];
        others.Select(Text).Append(Text(Row)).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void Where_it_stands_in_the_journal_is_bound_by_the_link_of_its_commit()
    {
        Text(Row with { Position = 8, Previous = 6 }).ShouldBe(Text(Row));
        var chain = new Chain(Hashes.Sha256);
        chain.Next(default, [Row]).ShouldNotBe(chain.Next(default, [Row with { Position = 8 }]));
        chain.Next(default, [Row]).ShouldNotBe(chain.Next(new byte[] { 1 }.Concat(new byte[31]).ToArray(), [Row]));
    }

    private static string Text(FactRow row) => Convert.ToHexString(Leaf.Of(Hashes.Sha256, row));
}
