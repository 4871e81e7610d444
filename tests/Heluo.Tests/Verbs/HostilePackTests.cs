using System.Text;
using Heluo.Cli;

namespace Heluo.Tests;

/// <summary>A folder in which everything is wrong at once: each file is named with its line, and nothing else
/// happens.</summary>
public sealed class HostilePackTests : IDisposable
{
    private const string Header = "pack: bad\nversion: 1.0\nname: {en: Bad}\nlanguages: [en]\n";

    private static readonly (string Path, byte[] Content, string Says)[] Files =
    [
        Text("alias", "law: &a alias\nname: *a\n", "laws/alias.yaml:2: pack.yaml_alias: Write the value again"),
        ("laws/binary.yaml", [.. Enumerable.Range(0, 256).Select(one => (byte)one)],
            "laws/binary.yaml:0: pack.yaml_encoding: The file is not UTF-8."),
        ("laws/bom.yaml", [0xEF, 0xBB, 0xBF, .. "law: bom\nwings: 2\n"u8],
            "laws/bom.yaml:2: pack.unknown_key: The key \"wings\" is not known here."),
        Text("bomb", "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n", "laws/bomb.yaml:3: pack.yaml_alias: "),
        Text("crlf", "law: crlf\r\nwings: 2\r\n", "laws/crlf.yaml:2: pack.unknown_key: The key \"wings\""),
        Text("deep", $"law: deep\nname: {new string('[', 5_000)}", "laws/deep.yaml:2: pack.yaml_depth: "),
        Text("empty", "", "laws/empty.yaml:1: pack.yaml_empty: The file holds nothing."),
        ("laws/huge.yaml", new byte[50_000_000], "laws/huge.yaml:0: pack.yaml_oversize: A file holds at most"),
        ("laws/latin.yaml", Encoding.Latin1.GetBytes("law: café\n"), "laws/latin.yaml:0: pack.yaml_encoding: "),
        Text("nul", "law: a\0b\n", "laws/nul.yaml:1: pack.yaml_character: The hidden character U+0000"),
        Text("open", "law: [open\n", "pack.yaml_syntax: This is not YAML: "),
        Text("tab", "law: tab\nname:\n\ten: Tab\n",
            "laws/tab.yaml:3: pack.yaml_syntax: This is not YAML: a tab stands in the indentation"),
        Text("tag", "law: !!binary aGk=\n", "laws/tag.yaml:1: pack.yaml_tag: Tags (!…) are not read"),
        Text("twice", "law: twice\nlaw: twice\n", "laws/twice.yaml:2: pack.yaml_duplicate_key: The key \"law\""),
        Text("two", "law: one\n---\nlaw: two\n", "laws/two.yaml:2: pack.yaml_documents: "),
        Text("word", "just a word\n", "laws/word.yaml:1: pack.wrong_type: A file is a map, not a text."),
        ("nowhere.yaml", "a: 1\n"u8.ToArray(), "nowhere.yaml:0: pack.unknown_folder: "),
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_fault_of_every_file_is_named_at_once()
    {
        folder.Write("bad/pack.yaml", Header);
        Directory.CreateDirectory(folder.At("bad/laws"));
        foreach (var (path, content, _) in Files)
        {
            await File.WriteAllBytesAsync(folder.At($"bad/{path}"), content, TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(folder.At("bad/laws/out.yaml"), "/etc/passwd");

        var said = await Said.ByAsync("pack", "check", folder.At("bad"));

        said.Status.ShouldBe(1);
        said.Output.ShouldContain("laws/out.yaml:0: pack.link: ");
        said.Output.ShouldNotContain("root:");
        foreach (var (path, _, says) in Files)
        {
            said.Output.ShouldContain(says, customMessage: path);
        }

        var lines = said.Output.Split('\n').Where(line => line.Contains(": pack.", StringComparison.Ordinal));
        lines.ShouldAllBe(line => System.Text.RegularExpressions.Regex.IsMatch(
            line, @"^[a-z/]+\.yaml:[0-9]+: pack\.[a-z_]+: .+\.\r?$"));
    }

    [Fact]
    public async Task The_json_is_this_to_the_byte()
    {
        folder.Write("bad/pack.yaml", Header);
        folder.Write("bad/laws/a.yaml", "law: a\nname: {en: \"A “law”\"}\narticles: []\nwings: 2\n");

        var said = await Said.ByAsync("pack", "check", folder.At("bad"), "--json");

        said.Status.ShouldBe(1);
        var hash = said.Json.GetProperty("hash").GetString()!;
        hash.Length.ShouldBe(64);
        said.Output.ReplaceLineEndings("\n").ShouldBe($$"""
            {
              "errors": [
                {
                  "file": "laws/a.yaml",
                  "line": 3,
                  "code": "pack.out_of_range",
                  "message": "The list holds 1 to 400 entries, this one 0."
                },
                {
                  "file": "laws/a.yaml",
                  "line": 4,
                  "code": "pack.unknown_key",
                  "message": "The key \"wings\" is not known here."
                }
              ],
              "items": [],
              "pack": "bad",
              "version": "1.0",
              "hash": "{{hash}}"
            }

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("bad/pack.yaml")]
    [InlineData("empty")]
    public async Task A_folder_that_is_none_or_holds_no_pack_says_so(string path)
    {
        folder.Write("bad/pack.yaml", Header);
        Directory.CreateDirectory(folder.At("empty"));

        var said = await Said.ByAsync("pack", "check", folder.At(path), "--json");

        said.Status.ShouldBe(1);
        said.Output.ReplaceLineEndings("\n").ShouldBe("""
            {
              "errors": [
                {
                  "file": "pack.yaml",
                  "line": 0,
                  "code": "pack.no_header",
                  "message": "There is no pack.yaml: this is no pack."
                }
              ],
              "items": []
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_time_of_loading_is_said_beside_the_report()
    {
        folder.Write("bad/pack.yaml", Header);

        var said = await Said.ByAsync("pack", "check", folder.At("bad"), "--timing", "--json");

        said.Error.ShouldStartWith("load: ");
        said.Json.GetProperty("errors").GetArrayLength().ShouldBe(0);
    }

    private static (string, byte[], string) Text(string name, string text, string says) =>
        ($"laws/{name}.yaml", Encoding.UTF8.GetBytes(text), says);
}
