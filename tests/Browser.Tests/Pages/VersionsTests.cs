namespace Heluo.Browser;

/// <summary>The pages anybody meets, in English and in the elder version, as axe and a telephone see them.</summary>
public sealed class VersionsTests(Chromium chromium)
{
    private static readonly string[] Resident =
        ["/", "/search?q=card", "/items/social-security-card", "/my", "/my/access", "/my/authorizations/new", "/report",
            "/report/exposed-rubbish", "/check"];

    private static readonly string[] Auditor = ["/desk/audit", "/desk/audit?q=officer/li-na", "/desk/me"];

    private static readonly string[] Officer = ["/desk", "/desk/intake", "/desk/cover", "/desk/me"];

    [Fact]
    public async Task Every_version_of_the_everyday_pages_is_without_fault()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-09T09:00");
        var stranger = await town.ComesAsync(language: "en-GB");
        await SeeAsync(stranger, "en-stranger", ["/", "/sign-in", "/demo/clock"]);
        await SeeAsync(await town.ComesAsync("zhang-wei", "en-GB"), "en-resident", Resident);
        await SeeAsync(await town.ComesAsync("wang-guilan", elder: true), "elder", Resident);
        await SeeAsync(await town.ComesAsync("li-na", "en-GB"), "en-clerk", Officer);
        await SeeAsync(await town.ComesAsync("shi-zheng", "en-GB"), "en-auditor", Auditor);
        await SeeAsync(await town.ComesAsync("shi-zheng"), "auditor", Auditor[..2]);
        await SeeAsync(await town.ComesAsync("han-xue", elder: true), "elder-reviewer", Officer[..1]);
        town.Faults.ShouldBeEmpty();
    }

    private static async Task SeeAsync(Visitor visitor, string who, string[] pages)
    {
        foreach (var page in pages)
        {
            await visitor.GoAsync(page);
            await visitor.LookAsync($"{who}{page.Split('?')[0].Replace('/', '-')}");
        }
    }
}
