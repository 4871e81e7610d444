using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

/// <summary>The fences of the build, each tried with one deliberately wrong project and one right one.</summary>
public sealed partial class WrongBuildTests
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

    [Fact]
    public async Task Clock_ids_and_randomness_that_nobody_gave_fail_the_build()
    {
        using var trial = new TrialProject().With("Kernel", """
            namespace Heluo.Trial;

            /// <summary>Takes what it should be given.</summary>
            public static class Wrong
            {
                /// <summary>Wrong on purpose, once a line.</summary>
                public static object[] Values =>
                [
                    System.DateTime.UtcNow,
                    System.TimeProvider.System,
                    System.Guid.NewGuid(),
                    System.Random.Shared,
                ];
            }
            """);
        var (status, said) = await trial.BuildAsync("Kernel", Ct);
        status.ShouldNotBe(0);
        Banned().Matches(said).Select(match => match.Value).Distinct().Count().ShouldBe(4, said);
    }

    [GeneratedRegex(@"Code\.cs\(\d+,\d+\): error RS0030", RegexOptions.None, 1000)]
    private static partial Regex Banned();
}
