using Heluo.Terminal.Assets;

namespace Heluo.Terminal.Tests.Gallery;

public sealed class GalleryTests
{
    public static TheoryData<string, string, bool> Every()
    {
        var every = new TheoryData<string, string, bool>();
        foreach (var (name, _, _) in Samples.Pages)
        {
            every.Add(name, "zh", false);
            every.Add(name, "en", false);
            every.Add(name, "zh", true);
        }

        return every;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_page_draws(string name, string language, bool elder)
    {
        var (_, page, view) = Samples.Pages.Single(sample => sample.Name == name);
        var html = await Drawing.Page(page, view, Drawing.Visit(language, elder));
        html.ShouldStartWith("<!DOCTYPE html>");
        if (Environment.GetEnvironmentVariable("HELUO_GALLERY") is { } folder)
        {
            Directory.CreateDirectory(folder);
            var file = $"{name}.{language}{(elder ? ".elder" : "")}.html";
            await File.WriteAllTextAsync(Path.Combine(folder, file), Drawing.ForFolder(html), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "terminal.css"), Asset.Style.Plain.ToArray(), TestContext.Current.CancellationToken);
        }
    }
}
