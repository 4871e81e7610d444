using System.Diagnostics;
using Microsoft.Playwright;

namespace Heluo.Browser;

/// <summary>Every kind of official document that a demo city has issued, on a telephone, on a wide screen, on paper;
/// and its code as a camera sees it.</summary>
public sealed class DocumentsTests(Chromium chromium)
{
    private static readonly string[] Everybody =
        ["li-na", "han-xue", "chen-zhiyuan", "fang-fang", "zhang-wei", "wang-guilan", "chen-lihua"];

    [Fact]
    public async Task Every_kind_of_document_reads_well_and_prints_on_one_sheet()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-09T09:00");
        var issued = new Dictionary<string, (Visitor Reader, string Id)>(StringComparer.Ordinal);
        foreach (var officer in Everybody)
        {
            await CollectAsync(await town.ComesAsync(officer), issued);
        }

        issued.Count.ShouldBeGreaterThanOrEqualTo(7);
        new[] { "receipt", "acceptance-notice", "decision-approval", "delivery-slip", "report-receipt" }
            .ShouldBeSubsetOf(issued.Keys);
        foreach (var (kind, (reader, id)) in issued)
        {
            await reader.GoAsync($"/documents/{id}");
            await reader.LookAsync($"document-{kind}");
            (await reader.PrintAsync($"document-{kind}")).ShouldBe(1, kind);
        }

        town.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_code_on_a_document_leads_a_camera_to_its_check()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-09T09:00");
        var issued = new Dictionary<string, (Visitor Reader, string Id)>(StringComparer.Ordinal);
        var clerk = await town.ComesAsync("li-na");
        await CollectAsync(clerk, issued);
        await clerk.GoAsync($"/documents/{issued["decision-approval"].Id}");
        var title = await clerk.Page.Locator("h1").First.InnerTextAsync();
        var picture = Path.Combine(Directory.CreateTempSubdirectory("heluo-camera-").FullName, "code.png");
        await clerk.Page.Locator("svg.qr").ScreenshotAsync(new() { Path = picture });

        var address = await SeenByCameraAsync(picture);
        Directory.Delete(Path.GetDirectoryName(picture)!, recursive: true);

        address.ShouldContain("/check/");
        var stranger = await town.ComesAsync();
        await stranger.GoAsync(new Uri(address).PathAndQuery);
        (await stranger.TextAsync()).ShouldContain(title);
    }

    private static async Task CollectAsync(Visitor officer, Dictionary<string, (Visitor, string)> issued)
    {
        string? next = "/api/v1/cases?everybody=true";
        while (next is not null)
        {
            var page = await officer.AskAsync(next);
            foreach (var one in page.GetProperty("items").EnumerateArray())
            {
                var state = await officer.AskAsync($"/api/v1/cases/{one.GetProperty("number").GetString()}");
                foreach (var document in state.GetProperty("documents").EnumerateArray())
                {
                    var (kind, id) = (document.GetProperty("template"), document.GetProperty("id"));
                    issued.TryAdd(kind.GetString()!, (officer, id.GetString()!));
                }
            }

            next = page.TryGetProperty("next", out var more) && more.GetString() is { } after
                ? $"/api/v1/cases?everybody=true&after={after}" : null;
        }
    }

    private static async Task<string> SeenByCameraAsync(string picture)
    {
        using var camera = Process.Start(new ProcessStartInfo("zbarimg", ["-q", "--raw", picture])
        {
            RedirectStandardOutput = true,
        })!;
        var seen = await camera.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await camera.WaitForExitAsync(TestContext.Current.CancellationToken);
        return seen.Trim();
    }
}
