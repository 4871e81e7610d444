namespace Heluo.Browser;

/// <summary>One application, on a telephone without script, from the search to the delivery, across Spring
/// Festival.</summary>
public sealed class OnlineTests(Chromium chromium)
{
    [Fact]
    public async Task An_application_goes_from_search_through_correction_special_procedure_and_extension_to_delivery()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-02T09:00");
        var chen = await town.ComesAsync("chen-lihua");
        var number = await ApplyAsync(chen);
        await chen.LookAsync("resident-receipt");
        (await chen.DueAsync("受理期限")).ShouldBe(Counting.After(Day(2, 2), 5));

        var clerk = await town.ComesAsync("li-na");
        await town.MovesToAsync(Day(2, 3));
        await CorrectAsync(clerk, number);

        await town.MovesToAsync(Day(2, 6));
        await chen.GoAsync($"/my/cases/{number}");
        (await chen.DueAsync("补正期限")).ShouldBe(Counting.After(Day(2, 3), 30));
        await chen.LookAsync("resident-correction");
        await chen.GoAsync("/my");
        await chen.LookAsync("my-correction");
        var message = await chen.Page.Locator(".messages > li").First.InnerTextAsync();
        message.ShouldContain("请补正材料");
        message.ShouldContain("请在2026年3月");
        await chen.GoAsync($"/my/cases/{number}");
        await AnswerAsync(chen);
        (await chen.DueAsync("受理期限")).ShouldBe(Counting.After(Day(2, 2), 5, (Day(2, 3), Day(2, 6))));

        await town.MovesToAsync(Day(2, 9));
        await clerk.ActAsync(number, "予以受理");
        await clerk.LookAsync("desk-accepted");
        (await clerk.DueAsync("承诺时限")).ShouldBe(Counting.After(Day(2, 9), 8));
        (await clerk.DueAsync("法定时限")).ShouldBe(Counting.After(Day(2, 9), 20));

        var reviewer = await town.ComesAsync("han-xue");
        await reviewer.ActAsync(number, "完成审查环节", ("审查意见", "符合条件，建议准予"), ("理由", "材料齐全"));
        await town.MovesToAsync(Day(2, 11));
        await reviewer.ActAsync(number, "启动特别程序",
            ("种类", "检测"), ("所需工作日", "10"), ("事由", "油烟排放检测"));
        await reviewer.LookAsync("desk-special");

        await town.MovesToAsync(Day(2, 25));
        await reviewer.ActAsync(number, "结束特别程序", ("结果", "检测合格"));
        (DateOnly, DateOnly) special = (Day(2, 11), Day(2, 25));
        (await reviewer.DueAsync("承诺时限")).ShouldBe(Counting.After(Day(2, 9), 8, special));

        await town.MovesToAsync(Day(2, 26));
        var head = await town.ComesAsync("guo-hongqi");
        await head.ActAsync(number, "延长办理期限", ("延长工作日", "5"), ("理由", "现场核查需要另行安排"));
        (await head.DueAsync("承诺时限")).ShouldBe(Counting.After(Day(2, 9), 13, special));
        (await head.DueAsync("法定时限")).ShouldBe(Counting.After(Day(2, 9), 25, special));

        await reviewer.ActAsync(number, "完成审查环节", ("审查意见", "符合条件，建议准予"), ("理由", "现场符合要求"));
        await town.MovesToAsync(Day(3, 3));
        var approver = await town.ComesAsync("chen-zhiyuan");
        await approver.ActAsync(number, "准予", ("决定理由", "符合食品安全法规定的条件"));
        await clerk.GoAsync($"/desk/cases/{number}");
        (await clerk.DueAsync("送达期限")).ShouldBe(Counting.After(Day(3, 3), 10));
        await clerk.ActAsync(number, "送达", ("送达方式", "电子送达"));

        await chen.GoAsync($"/my/cases/{number}");
        await chen.LookAsync("resident-delivered");
        var told = await chen.TextAsync();
        told.ShouldContain("已送达");
        foreach (var paper in (string[])["补正", "受理", "特别程序", "延长", "准予", "送达"])
        {
            told.ShouldContain(paper);
        }

        town.Faults.ShouldBeEmpty();
    }

    private static async Task<string> ApplyAsync(Visitor chen)
    {
        await chen.GoAsync("/");
        await chen.LookAsync("resident-home");
        await chen.FillAsync("搜索事项", "kfd");
        await chen.PressAsync("搜索");
        await chen.LookAsync("search");
        await chen.FollowAsync("食品经营许可（新办）");
        await chen.LookAsync("guide");
        await chen.FollowAsync("在线申请");
        await chen.LookAsync("begin");
        await chen.PressAsync("开始填写");
        await chen.LookAsync("question-place");
        (await chen.Page.GetByLabel("经开区", new() { Exact = true }).CountAsync()).ShouldBe(0); // by its own name alone
        await chen.ChooseAsync("金水区");
        await chen.PressAsync("继续");
        await chen.LookAsync("question-town");
        await chen.ChooseAsync("经八路街道");
        await chen.PressAsync("继续");
        foreach (var (field, value) in (IEnumerable<(string, string)>)[
                     ("经营者名称", "陈记烩面馆"), ("统一社会信用代码", "92410105TTTTTTX11U"),
                     ("法定代表人（负责人）姓名", "陈丽华"), ("联系电话", "13800000001"),
                     ("经营场所地址", "金水区经八路1号")])
        {
            await chen.FillAsync(field, value);
            await chen.PressAsync("继续");
        }

        await chen.LookAsync("question-choice");
        await chen.ChooseAsync("餐饮服务（饭店、小吃、饮品店等）");
        await chen.PressAsync("继续");
        await chen.ChooseAsync("热食类食品制售");
        await chen.ChooseAsync("自制饮品制售");
        await chen.LookAsync("question-many");
        await chen.PressAsync("继续");
        await chen.FillAsync("经营场所使用面积", "120");
        await chen.PressAsync("继续");
        foreach (var answer in (string[])["否", "是", "电子证照（推荐）"])
        {
            await chen.ChooseAsync(answer);
            await chen.PressAsync("继续");
        }

        foreach (var material in (string[])
                 ["application-form", "business-licence", "floor-plan", "safety-rules", "health-certificates"])
        {
            await chen.UploadAsync(material, $"{material}.pdf");
        }

        await chen.LookAsync("materials");
        await chen.PressAsync("继续");
        await chen.LookAsync("check");
        (await chen.TextAsync()).ShouldContain("金水区经八路街道");
        await chen.PressAsync("提交申请");
        (await chen.TextAsync()).ShouldContain("已提交");
        return (await chen.Page.Locator(".receipt .number").InnerTextAsync()).Trim();
    }

    private static async Task CorrectAsync(Visitor clerk, string number)
    {
        await clerk.ActAsync(number, "一次性告知补正", ("需要补正的全部内容", "布局图看不清，请重新上传"));
        await clerk.LookAsync("desk-correction");
    }

    private static async Task AnswerAsync(Visitor chen)
    {
        await chen.FollowAsync("提交补正材料");
        await chen.LookAsync("act-answer");
        await chen.UploadAsync("floor-plan", "plan-2.pdf");
        await chen.PressAsync("确认：提交补正材料");
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
