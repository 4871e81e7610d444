namespace Heluo.Browser;

/// <summary>From the first page to the beginning of an application: what a reader is told there, and whether it adds
/// up.</summary>
public sealed class FindingTests(Chromium chromium)
{
    [Fact]
    public async Task What_is_told_before_an_application_is_whole_and_adds_up()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-09T09:00");
        var visitor = await town.ComesAsync("chen-lihua");
        await GuideAsync(visitor);
        await BeginAsync(visitor);
        await visitor.GoAsync("/my");
        await visitor.LookAsync("my");
        await LanguageAsync(town);
        await SearchAsync(town);
        await SignInAsync(town);
        town.Faults.ShouldBeEmpty();
    }

    private static async Task GuideAsync(Visitor visitor)
    {
        await visitor.GoAsync("/items/food-business");
        await visitor.LookAsync("guide-unanswered");
        var steps = await visitor.Page.Locator(".way > li").AllInnerTextsAsync();
        steps.Select(step => string.Join(' ', step.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(
            [
                "材料审查 2 个工作日 审查人员", "现场核查 3 个工作日 审查人员 视情形，不一定需要",
                "贮存场所抽查 2 个工作日 审查人员 视情形，代替上一步", "决定 1 个工作日 审批人",
            ]);
        (await visitor.TextAsync()).ShouldContain("最快 3 个工作日，最慢 6 个工作日");
        (await visitor.Page.Locator(".limits p").First.InnerTextAsync()).ShouldContain("演示值");
        (await visitor.Page.Locator(".limits p").Last.InnerTextAsync()).ShouldNotContain("演示值");
        await visitor.GoAsync("/items/food-business?business_kind=sales&online_sales=false&self_owned=true");
        await visitor.LookAsync("guide-answered");
    }

    private static async Task BeginAsync(Visitor visitor)
    {
        await visitor.GoAsync("/items/drainage-permit/apply");
        await visitor.LookAsync("begin-unanswered");
        (await ListAsync(visitor, 0)).Length.ShouldBe(2);
        (await ListAsync(visitor, 1)).ShouldBe(
            [
                "预处理设施建设材料（隔油池、化粪池、沉砂池等）", "水质、水量检测报告", "主要水污染物自动监测设备材料", "建筑工程施工许可证",
            ]);
        await visitor.GoAsync("/items/drainage-permit/apply?drainer_kind=construction&daily_volume=3&key_unit=false");
        await visitor.LookAsync("begin-answered");
        (await ListAsync(visitor, 0)).ShouldContain("建筑工程施工许可证");
        (await visitor.Page.Locator("main ul.dots").CountAsync()).ShouldBe(1);
    }

    private static async Task<string[]> ListAsync(Visitor visitor, int at) =>
        [.. await visitor.Page.Locator("main ul.dots").Nth(at).Locator("li").AllInnerTextsAsync()];

    // A telephone set to English is often in the hands of somebody who reads Chinese.
    private static async Task LanguageAsync(Town town)
    {
        var stranger = await town.ComesAsync(language: "en-GB", chooses: false);
        (await stranger.TextAsync()).ShouldContain("今天想办什么事？");
        await stranger.FollowAsync("English");
        (await stranger.TextAsync()).ShouldContain("What do you need done today?");
        await stranger.GoAsync("/items");
        (await stranger.TextAsync()).ShouldContain("All services");
    }

    private static async Task SearchAsync(Town town)
    {
        var reader = await town.ComesAsync(language: "en-GB");
        await reader.GoAsync("/search?q=open+a+restaurant");
        await reader.LookAsync("en-search");
        (await reader.Page.Locator(".tile").CountAsync()).ShouldBeLessThanOrEqualTo(2);
        await reader.GoAsync("/search?q=zzzzqqqq");
        await reader.LookAsync("en-search-none");
        (await reader.TextAsync()).ShouldContain("initials of its pinyin");
    }

    private static async Task SignInAsync(Town town)
    {
        var stranger = await town.ComesAsync();
        await stranger.GoAsync("/sign-in");
        await stranger.LookAsync("sign-in");
        (await stranger.Page.Locator("button[value=li-na]").InnerTextAsync()).ShouldContain("窗口人员");
        (await stranger.Page.Locator("h2").AllInnerTextsAsync()).Take(3)
            .ShouldBe(["居民", "政务服务：窗口和审批", "城市治理：街面问题"]);
        var elder = await town.ComesAsync(elder: true);
        await elder.GoAsync("/");
        await elder.LookAsync("elder-home");
    }
}
