using Heluo.Terminal.Assets;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Heluo.Terminal.Tests.Gallery;

/// <summary>Draws a page with sample values as the server would.</summary>
internal static class Drawing
{
    public static Visit Visit(string language = "zh", bool elder = false) => new()
    {
        Words = Words.In(language),
        Elder = elder,
        City = language == "zh" ? "郑州" : "Zhengzhou",
        Demo = true,
        Path = "/items/x?a=1",
        Now = new LocalDateTime(2021, 2, 3, 10, 20),
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
    };

    public static async Task<string> Page(Type page, object? view, Visit visit)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<AntiforgeryStateProvider, NoProof>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var drawn = await renderer.RenderComponentAsync<Root>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { ["Visit"] = visit, ["Page"] = page, ["View"] = view }));
            return drawn.ToHtmlString();
        });
    }

    /// <summary>The same page with its assets beside it, to be opened from a folder.</summary>
    public static string ForFolder(string html) => html
        .Replace(Asset.Style.Href, "terminal.css", StringComparison.Ordinal)
        .Replace(Asset.Paper.Href, "paper.css", StringComparison.Ordinal)
        .Replace(Asset.Script.Href, "terminal.js", StringComparison.Ordinal)
        .Replace(Asset.Mark.Href, "mark.svg", StringComparison.Ordinal);

    private sealed class NoProof : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("proof", "__RequestVerificationToken");
    }
}
