using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Heluo.Terminal.Assets;

namespace Heluo.Terminal.Tests.Gallery;

/// <summary>
/// Rules that every page keeps, tried on every page with sample values, in both languages and in the elder version.
/// With HELUO_GALLERY set to a folder the pages are written there, to be looked at.
/// </summary>
public sealed partial class GalleryTests
{
    private const int FirstView = 30_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task A_page_is_whole_and_light(string name, string language, bool elder)
    {
        var html = await Draw(name, language, elder);
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain(language == "zh" ? "<html lang=\"zh-CN\"" : "<html lang=\"en\"");
        Heading().Count(html).ShouldBe(1, "one heading of the first rank");
        html.ShouldContain("href=\"#main\"");
        var assets = Packed(Asset.Style.Plain) + Packed(Asset.Script.Plain) + Packed(Asset.Mark.Plain);
        (Packed(Encoding.UTF8.GetBytes(html)) + assets).ShouldBeLessThan(FirstView);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_page_keeps_the_content_policy(string name, string language, bool elder)
    {
        var html = await Draw(name, language, elder);
        html.ShouldNotContain(" style=");
        html.ShouldNotContain("<style");
        Handler().IsMatch(html).ShouldBeFalse("no script in attributes");
        Remote().Matches(html).Select(match => match.Value).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_field_has_a_label_and_every_id_stands_once(string name, string language, bool elder)
    {
        var html = await Draw(name, language, elder);
        var ids = Id().Matches(html).Select(match => match.Groups["id"].Value).ToArray();
        ids.ShouldBeUnique();
        var labelled = For().Matches(html).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        Input().Matches(html).Select(match => match.Groups["id"].Value)
            .Where(id => !labelled.Contains(id)).ShouldBeEmpty();
        Described().Matches(html).SelectMany(match => match.Groups["ids"].Value.Split(' '))
            .Where(id => !ids.Contains(id)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_post_carries_its_proof(string name, string language, bool elder)
    {
        var html = await Draw(name, language, elder);
        Post().Count(html).ShouldBe(Proof().Count(html));
    }

    [Fact]
    public void The_style_is_small() => Asset.Style.Plain.Length.ShouldBeLessThan(15_000);

    [Fact]
    public void The_script_is_small() => Asset.Script.Plain.Length.ShouldBeLessThan(3_000);

    private static async Task<string> Draw(string name, string language, bool elder)
    {
        var (_, page, view) = Samples.Pages.Single(sample => sample.Name == name);
        var html = await Drawing.Page(page, view, Drawing.Visit(language, elder));
        if (Environment.GetEnvironmentVariable("HELUO_GALLERY") is { } folder)
        {
            Directory.CreateDirectory(folder);
            var file = $"{name}.{language}{(elder ? ".elder" : "")}.html";
            await File.WriteAllTextAsync(Path.Combine(folder, file), Drawing.ForFolder(html), Stop);
            foreach (var (sheet, asset) in new[] { ("terminal.css", Asset.Style), ("paper.css", Asset.Paper) })
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, sheet), asset.Plain.ToArray(), Stop);
            }
        }

        return html;
    }

    private static int Packed(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(content);
        }

        return packed.ToArray().Length;
    }

    [GeneratedRegex("<h1[ >]", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("\\son[a-z]+=\"", RegexOptions.None, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex("(src|href|action)=\"(https?:)?//[^\"]*", RegexOptions.None, 1000)]
    private static partial Regex Remote();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("<label[^>]*\\sfor=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex For();

    [GeneratedRegex("<(input(?! type=\"hidden\")|textarea|select)[^>]*?\\sid=\"(?<id>[^\"]+)\"",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("aria-(describedby|labelledby)=\"(?<ids>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Described();

    [GeneratedRegex("<form method=\"post\"", RegexOptions.None, 1000)]
    private static partial Regex Post();

    [GeneratedRegex("name=\"__RequestVerificationToken\"", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
