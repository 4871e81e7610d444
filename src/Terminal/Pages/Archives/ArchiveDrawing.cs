using System.Text;
using Heluo.Services;
using Heluo.Terminal.Assets;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Papers;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Heluo.Terminal.Pages.Archives;

/// <summary>Draws the pages of archives: whole files of HTML, opened from a folder, with no address of this
/// house.</summary>
/// <param name="services">The services that drawing needs.</param>
/// <param name="loggers">Where drawing complains.</param>
/// <param name="options">What the house says of itself.</param>
internal sealed class ArchiveDrawing(IServiceProvider services, ILoggerFactory loggers, TerminalOptions options)
{
    /// <summary>The style of a document in a file of its own.</summary>
    public static string PaperStyle { get; } =
        "body{margin:0 auto;max-width:52rem;background:#fff}" + Encoding.UTF8.GetString(Asset.Paper.Plain);

    /// <summary>The style of the page in front.</summary>
    public static string CoverStyle { get; } = Encoding.UTF8.GetString(Asset.Cover.Plain);

    /// <summary>What the room that writes archives draws with.</summary>
    public ArchiveInk Ink() => new(
        (document, _) => DrawAsync<ArchivedPaper>(document.Language, ShowPaper.View(document, options.Demo)),
        (cover, _) => DrawAsync<CoverPage>(cover.Language, cover));

    private async Task<string> DrawAsync<TPage>(string language, object view)
        where TPage : IComponent
    {
        var visit = new Visit { Words = Words.In(language), Demo = options.Demo, Zone = options.Zone };
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var drawn = await renderer.RenderComponentAsync<Root>(ParameterView.FromDictionary(
                new Dictionary<string, object?>
                {
                    [nameof(Root.Visit)] = visit,
                    [nameof(Root.Page)] = typeof(TPage),
                    [nameof(Root.View)] = view,
                }));
            return drawn.ToHtmlString();
        });
    }
}
