namespace Heluo.House.Tests;

public sealed class LinkTests
{
    [Fact]
    public void A_link_that_leads_nowhere_is_caught()
    {
        using var folder = new TemporaryFolder();
        var page = folder.Write("a.md", "# One", "[a](b.md) [b](#one) [c](#two) [d](https://example.org/x) `[e](f)`");
        Links.Dead(page).ShouldBe(["a.md:2: b.md leads nowhere", "a.md:2: #two: no such heading"]);
    }

    [Fact]
    public void What_stands_in_a_fence_is_no_link() => Links.Of(["```", "[a](b)", "```"]).ShouldBeEmpty();

    [Fact]
    public void Every_link_of_every_page_resolves() =>
        House.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(Links.Dead)
            .ShouldBeEmpty();
}
