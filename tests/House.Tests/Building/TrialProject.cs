using System.Diagnostics;

namespace Heluo.House.Tests;

/// <summary>A project of its own with the props and targets of the house, built wrong on purpose.</summary>
internal sealed class TrialProject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder folder = new();

    public TrialProject()
    {
        foreach (var part in new[] { "House.props:Directory.Build.props", "House.targets:Directory.Build.targets",
            "Packages.props:Directory.Packages.props" }.Select(pair => pair.Split(':')))
        {
            var artifacts = part[0] == "House.props"
                ? $"<PropertyGroup><ArtifactsPath>{folder.Root}/artifacts</ArtifactsPath></PropertyGroup>" : "";
            folder.Write(part[1], $"<Project><Import Project=\"{House.Root}/eng/{part[0]}\" />{artifacts}</Project>");
        }

        File.Copy(Path.Combine(House.Root, ".editorconfig"), Path.Combine(folder.Root, ".editorconfig"));
        File.Copy(Path.Combine(House.Root, "global.json"), Path.Combine(folder.Root, "global.json"));
    }

    public TrialProject With(string name, string code, params string[] edges)
    {
        var items = string.Concat(edges.Select(edge => $"<ProjectReference Include=\"../{edge}/{edge}.csproj\" />"));
        folder.Write(
            $"{name}/{name}.csproj",
            $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{items}</ItemGroup></Project>");
        folder.Write($"{name}/Code.cs", code);
        return this;
    }

    /// <summary>Builds one project; gives the exit status and everything said.</summary>
    public async Task<(int Status, string Said)> BuildAsync(string name, CancellationToken ct)
    {
        string[] words = ["build", $"{name}/{name}.csproj", "-nologo", "-tl:off", "-v:minimal"];
        var start = new ProcessStartInfo("dotnet", words)
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var outer = start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase));
        foreach (var key in outer.ToList())
        {
            start.Environment.Remove(key); // the outer build's own, which would lead the inner one astray
        }

        start.Environment["CI"] = "true"; // whole, as CI builds: no shortcut a machine may have of its own
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        using var build = Process.Start(start)!;
        var said = build.StandardOutput.ReadToEndAsync(limit.Token);
        var wrong = build.StandardError.ReadToEndAsync(limit.Token);
        await build.WaitForExitAsync(limit.Token);
        return (build.ExitCode, await said + await wrong);
    }

    public void Dispose() => folder.Dispose();
}
