namespace Heluo.Browser;

/// <summary>Somebody without a telephone comes to the window; a clerk registers them, takes their papers in and the
/// case goes its way.</summary>
public sealed class WindowTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_at_the_window_gets_a_receipt_and_in_the_end_the_decision()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-09T09:00");
        var clerk = await town.ComesAsync("li-na");
        await clerk.GoAsync("/desk");
        await clerk.LookAsync("desk-inbox");
        var number = await TakeInAsync(clerk);
        await clerk.LookAsync("desk-taken-in");
        (await clerk.DueAsync("受理期限")).ShouldBe(Counting.After(Day(2, 9), 5));

        await clerk.FollowAsync("申请材料收件凭证");
        await clerk.LookAsync("document-receipt");
        (await clerk.TextAsync()).ShouldContain(number);

        await clerk.ActAsync(number, "予以受理");
        (await clerk.DueAsync("承诺时限")).ShouldBe(Counting.After(Day(2, 9), 8));
        var reviewer = await town.ComesAsync("han-xue");
        await reviewer.ActAsync(number, "完成审查环节", ("审查意见", "符合条件，建议准予"), ("理由", "材料齐全"));
        var approver = await town.ComesAsync("chen-zhiyuan");
        await approver.ActAsync(number, "不予准许", ("理由", "经营场所与有毒、有害场所的距离不符合规定"));
        await clerk.ActAsync(number, "送达", ("送达方式", "窗口领取"));
        (await clerk.DueAsync("送达期限")).ShouldBe(Counting.After(Day(2, 9), 10));

        await clerk.FollowAsync("不予准许决定书");
        var decision = await clerk.TextAsync();
        decision.ShouldContain("行政复议");
        decision.ShouldContain("行政诉讼");
        await clerk.LookAsync("document-rejection");
        town.Faults.ShouldBeEmpty();
    }

    private static async Task<string> TakeInAsync(Visitor clerk)
    {
        await clerk.GoAsync("/desk/intake?q=kfd");
        await clerk.LookAsync("intake");
        await clerk.FollowAsync("食品经营许可（新办）");
        await clerk.FillAsync("证件号码", "410100199001019015");
        await clerk.PressAsync("继续");
        await clerk.LookAsync("intake-wrong-number");
        (await clerk.TextAsync()).ShouldContain("校验");
        await clerk.FillAsync("证件号码", Newcomer);
        await clerk.PressAsync("继续");
        await clerk.FillAsync("姓名", "郑新来");
        await clerk.ChooseAsync("金水区");
        await clerk.LookAsync("intake-new");
        await clerk.PressAsync("登记并继续");

        await clerk.ChooseAsync("金水区");
        await clerk.PressAsync("继续");
        await clerk.ChooseAsync("不清楚，由受理人员确定");
        await clerk.PressAsync("继续");
        foreach (var (field, value) in (IEnumerable<(string, string)>)[
                     ("经营者名称", "新来小卖部"), ("统一社会信用代码", "92410105TTTTTTX11U"),
                     ("法定代表人（负责人）姓名", "郑新来"), ("联系电话", "13800000002"),
                     ("经营场所地址", "金水区经八路2号")])
        {
            await clerk.FillAsync(field, value);
            await clerk.PressAsync("继续");
        }

        await clerk.ChooseAsync("食品销售（含散装食品）");
        await clerk.PressAsync("继续");
        await clerk.FillAsync("经营场所使用面积", "40");
        await clerk.PressAsync("继续");
        foreach (var answer in (string[])["否", "是", "窗口领取"])
        {
            await clerk.ChooseAsync(answer);
            await clerk.PressAsync("继续");
        }

        foreach (var paper in (string[])["食品经营许可申请书", "营业执照"])
        {
            await clerk.ChooseAsync($"已收到纸质件：{paper}");
        }

        await clerk.LookAsync("intake-papers");
        await clerk.PressAsync("继续");
        await clerk.LookAsync("intake-check");
        await clerk.PressAsync("收件并出具回执");
        return new Uri(clerk.Page.Url).Segments[^1];
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    // Made up: the code of the city itself stands on no card.
    private const string Newcomer = "410100199001019014";
}
