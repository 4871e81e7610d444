using System.Globalization;
using System.Text.RegularExpressions;

namespace Heluo.Browser;

/// <summary>Rubbish in a street, from a resident's telephone on a Friday afternoon to its close on the Saturday that is
/// worked for Spring Festival.</summary>
public sealed partial class IncidentTests(Chromium chromium)
{
    private static readonly DateTime Friday = new(2026, 2, 13);

    [Fact]
    public async Task A_report_is_filed_dispatched_handled_reworked_and_closed_and_the_hours_roll_on()
    {
        await using var town = await Town.AtAsync(chromium, "2026-02-13T16:30");
        var resident = await town.ComesAsync("chen-lihua");
        var number = await ReportAsync(resident);
        await resident.LookAsync("report-sent");
        var reported = await AtAsync(resident, "上报");
        (await DueAsync(resident, "立案时限")).ShouldBe(reported.AddMinutes(30));

        var acceptor = await town.ComesAsync("tian-tian");
        await acceptor.GoAsync("/desk");
        await acceptor.LookAsync("desk-acceptor");
        await acceptor.ActAsync(number, "立案");
        (await DueAsync(acceptor, "派遣时限")).ShouldBe((await AtAsync(acceptor, "立案")).AddMinutes(15));

        var dispatcher = await town.ComesAsync("wei-qiang");
        await dispatcher.ActAsync(number, "派遣", ("专业部门", "郑州市金水区城市管理局"));
        var sent = await AtAsync(dispatcher, "派遣");
        // Four office hours: what is left of Friday till 18:00, the rest on Saturday from 08:00.
        var due = Friday.AddDays(1).AddHours(8) + (TimeSpan.FromHours(4) - (Friday.AddHours(18) - sent));
        (await DueAsync(dispatcher, "处置时限")).ShouldBe(due);
        await dispatcher.LookAsync("desk-dispatched");

        await town.MovesToAsync(DateOnly.FromDateTime(Friday.AddDays(1)));
        var handler = await town.ComesAsync("shi-lei");
        await handler.ActAsync(number, "处置反馈", ("处置情况", "垃圾已经清运"));
        var done = await AtAsync(handler, "处置反馈");
        var inspector = await town.ComesAsync("fang-fang");
        await inspector.ActAsync(number, "返工", ("未达到结案条件之处", "地面仍有污迹"));
        var back = await AtAsync(inspector, "返工");
        var again = await DueAsync(inspector, "处置时限");
        (again - (due + (back - done))).Duration().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));

        await handler.ActAsync(number, "处置反馈", ("处置情况", "地面已经冲洗"));
        await inspector.ActAsync(number, "核查通过，结案", ("核查结果", "现场干净，照片一致"));
        await resident.GoAsync($"/my/cases/{number}");
        await resident.LookAsync("report-closed");
        (await resident.TextAsync()).ShouldContain("结案");
        town.Faults.ShouldBeEmpty();
    }

    private static async Task<string> ReportAsync(Visitor resident)
    {
        await resident.GoAsync("/report");
        await resident.LookAsync("report-classes");
        await resident.FollowAsync("暴露垃圾");
        await resident.PressAsync("上报");
        await resident.LookAsync("report-faults");
        await resident.ChooseAsync("金水区");
        await resident.FillAsync("在什么地方？", "经八路1号门前");
        await resident.ChooseAsync("城市道路、广场");
        await resident.PressAsync("上报");
        return new Uri(resident.Page.Url).Segments[^1];
    }

    /// <summary>When an act stands in the history, to the minute.</summary>
    private static async Task<DateTime> AtAsync(Visitor visitor, string act) => Moment(
        await visitor.Page.Locator(".timeline > li").Filter(new() { HasText = act }).First.InnerTextAsync());

    /// <summary>When a clock of hours is due, to the minute.</summary>
    private static async Task<DateTime> DueAsync(Visitor visitor, string clock) => Moment(
        await visitor.Page.Locator("section.clock .promise").Filter(new() { HasText = clock }).First.InnerTextAsync());

    private static DateTime Moment(string text)
    {
        var found = Shown().Match(text.Replace(" ", "", StringComparison.Ordinal));
        return DateTime.ParseExact(found.Value, "yyyy年M月d日HH:mm", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d{4}年\d{1,2}月\d{1,2}日\d\d:\d\d", RegexOptions.None, 1000)]
    private static partial Regex Shown();
}
