using System.Diagnostics;
using System.Text.Json;

namespace Heluo.Browser;

/// <summary>The demo city as a visitor starts it: a process of its own, a free port, a folder of its own.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private DemoProcess(Process process, string folder, Uri address) =>
        (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>A small city that lives at a local moment.</summary>
    public static async Task<DemoProcess> AtAsync(string local)
    {
        var folder = Directory.CreateTempSubdirectory("heluo-browser-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HELUO_HOME"] = Repository.Root },
        };
        foreach (var word in (string[])[Repository.App, "demo", "--data", Path.Combine(folder, "city"), "--urls",
                     "http://127.0.0.1:0", "--at", local, "--json"])
        {
            start.ArgumentList.Add(word);
        }

        var process = Process.Start(start)!;
        var said = new Queue<string>();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        var welcome = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (welcome is null)
        {
            await process.WaitForExitAsync();
            throw new InvalidOperationException($"The demo did not start: {string.Join('\n', said)}");
        }

        var address = JsonDocument.Parse(welcome).RootElement.GetProperty("addresses")[0].GetString()!;
        return new DemoProcess(process, folder, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
