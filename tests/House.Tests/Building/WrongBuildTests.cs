namespace Heluo.House.Tests;

/// <summary>The fences of the build, each tried with one deliberately wrong project and one right one.</summary>
public sealed class WrongBuildTests
{
    private const string Nothing = "namespace Heluo.Trial;";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_edge_fails_the_build()
    {
        using var trial = new TrialProject().With("Kernel", Nothing).With("Cel", Nothing, "Kernel");
        var (status, said) = await trial.BuildAsync("Cel", Ct);
        status.ShouldNotBe(0);
        said.ShouldContain("error HOUSE002: Cel may not reference Kernel");
    }

    [Fact]
    public async Task A_right_edge_and_clean_code_pass()
    {
        using var trial = new TrialProject().With("Kernel", Nothing).With("Storage", Nothing, "Kernel");
        var (status, said) = await trial.BuildAsync("Storage", Ct);
        status.ShouldBe(0, said);
    }

    [Fact]
    public async Task A_project_nobody_listed_fails_the_build()
    {
        using var trial = new TrialProject().With("Annex", Nothing);
        var (status, said) = await trial.BuildAsync("Annex", Ct);
        status.ShouldNotBe(0);
        said.ShouldContain("error HOUSE001: Annex is not listed");
    }

    [Theory]
    [InlineData("System.DateTime.UtcNow.Ticks.ToString()")]
    [InlineData("System.Guid.NewGuid().ToString()")]
    [InlineData("System.Random.Shared.Next().ToString()")]
    [InlineData("System.TimeProvider.System.ToString()!")]
    public async Task A_banned_symbol_fails_the_build(string expression)
    {
        using var trial = new TrialProject().With("Kernel", $$"""
            namespace Heluo.Trial;

            /// <summary>Takes what it should be given.</summary>
            public static class Wrong
            {
                /// <summary>Wrong on purpose.</summary>
                public static string Value => {{expression}};
            }
            """);
        var (status, said) = await trial.BuildAsync("Kernel", Ct);
        status.ShouldNotBe(0);
        said.ShouldContain("error RS0030");
    }
}
