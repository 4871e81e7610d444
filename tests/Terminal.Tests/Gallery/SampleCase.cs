using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Pages.Papers;
using NodaTime;

namespace Heluo.Terminal.Tests.Gallery;

internal static class SampleCase
{
    private const string Number = "11410100TTTTTT046W4000131002000202102030007";

    public static ImmutableArray<CaseRowView> Rows { get; } =
    [
        new(Number, "公共场所卫生许可", "决定", Light.Red, "超期 2 天", At(2, 1, 18, 0), "/c/1") { Party = "李**", Holder = "王敏" },
        new(Number, "食品经营许可", "审查", Light.Yellow, "剩 2 天", At(2, 5, 18, 0), "/c/2") { Party = "某某餐饮有限公司" },
        new(Number, "户外广告设置审批", "收件", Light.Green, "剩 5 天", At(2, 19, 18, 0), "/c/3") { Party = "赵**", Holder = "王敏" },
        new(Number, "食品经营许可", "特别程序：现场检验", Light.Paused, "暂停计时", null, "/c/4") { Party = "钱**", Holder = "刘洋" },
    ];

    public static ClockView Promise { get; } = Clock("承诺", "8 个工作日", pause: true);

    public static MyView My { get; } = new()
    {
        Messages =
        [
            new(At(2, 3, 9, 30), "请补正材料", "食品经营许可", new Link("/my/cases/1", Number))
            {
                Paper = new Link("/documents/2", "一次性补正告知书"), Todo = "请在2021年3月5日 星期五前办理。",
            },
            .. Enumerable.Range(1, 5).Select(day => new MessageView(
                At(1, day, 9, 0), "申请已收到", "食品经营许可", new Link("/my/cases/1", Number))),
        ],
        Late = [Rows[0]],
        Waiting = [Rows[1]],
        Running = Rows[2..],
        Ended = [Rows[2] with { Light = Light.Done, LightText = "提前 3 天办结" }],
        Drafts = [new("/drafts/1", "食品经营许可", At(2, 2, 21, 5), "/drafts/1/discard")],
        Authorizations = [new("张小明可以代您查询、提交和领取：社会保障卡申领", "至 2021年12月31日", "/x")],
        Principals = [new Link("a1", "中原烩面馆")],
    };

    public static ImmutableArray<AccessView> Access { get; } =
    [
        new(At(2, 3, 9, 31), "金水区市场监督管理局 窗口人员", "办理本申请", "姓名、证件号码", new Link("/c/1", Number)),
        new(At(2, 2, 15, 2), "市审计管理员", "年度审计抽查", "姓名", null),
    ];

    public static PaperView Paper { get; } = new()
    {
        Agency = "金水区市场监督管理局",
        Title = "补正材料通知书",
        Number = "补〔2021〕0007号",
        Body =
        [
            new("张三："),
            new("你于2021年2月3日提出的食品经营许可申请（编号 " + Number + "）收悉。经审查，申请材料不齐全，依照《中华人民共和国行政许可法》第三十二条第一款第四项，现一次告知需要补正的全部内容："),
            new("", ["1．平面图未标注后厨面积与排烟口位置；", "2．食品安全管理人员健康证明已过有效期。"]),
            new("请于收到本通知后在网上或到窗口补正。补正期间不计入受理期限。"),
        ],
        Remedies = "如不服本通知，可以自收到之日起六十日内申请行政复议，或者自收到之日起六个月内提起行政诉讼。",
        Date = "2021年2月3日",
        Code = "7KQ2-9FXA-MB4D",
        CheckAddress = "http://localhost:5080/check/7KQ29FXAMB4D",
        Back = new Link("/my/cases/1", "食品经营许可"),
        Demo = true,
    };

    public static CaseView View(bool justSent) => new()
    {
        Number = Number,
        Title = "食品经营许可",
        Stage = "补正",
        JustSent = justSent,
        Receipt = new Link("/documents/1", "查看和打印回执"),
        Awaited = justSent ? null : "窗口请您补正 2 处：",
        Points = justSent ? [] : ["平面图未标注后厨面积与排烟口位置", "食品安全管理人员健康证明已过有效期"],
        Acts = justSent ? [new("/w", "撤回申请", Harm: true)] : [new("/a", "提交补正", Primary: true), new("/w", "撤回申请",
            Harm: true)],
        Stages =
        [
            new("收件", StageState.Done, "1月18日"), new("受理", StageState.Done, "1月20日"), new("审查", StageState.Here),
            new("决定", StageState.Ahead), new("送达", StageState.Ahead),
        ],
        Clocks = [Promise, Clock("法定", "20 个工作日", pause: true)],
        Timeline =
        [
            new(At(2, 3, 9, 30), "要求补正", "金水区市场监督管理局 窗口人员", null)
            {
                Points = ["平面图未标注后厨面积与排烟口位置", "食品安全管理人员健康证明已过有效期"],
                Papers = [new Link("/documents/2", "补正通知书 补〔2021〕0007号")],
            },
            new(At(1, 18, 16, 2), "收件", null, "申请已送达金水区市场监督管理局。") { Papers = [new Link("/documents/1", "收件回执")] },
        ],
        Papers = [new("/documents/2", "补正通知书", "补〔2021〕0007号", new LocalDate(2021, 2, 3)),
            new("/documents/1", "收件回执", "收〔2021〕0031号", new LocalDate(2021, 1, 18))],
        Facts = [new("办理机构", "金水区市场监督管理局"), new("咨询", "0371-00000001"), new("申请方式", "网上")],
    };

    public static ClockView Clock(string name, string limit, bool pause)
    {
        var calendar = SampleCalendar.Year2021;
        var clock = new LimitClock(Limit.WorkingDays(8), In(At(1, 20, 10, 0)))
        {
            Pauses = pause ? [new Pause("inspection", In(At(1, 26, 9, 0)), In(At(1, 29, 9, 0)))] : [],
        };
        var now = In(At(2, 3, 10, 20));
        var due = clock.Due(calendar, now);
        return new(name, Light.Yellow, limit, due.Date.AtMidnight())
        {
            Left = $"还剩 {due.Remaining} 个工作日", Basis = "《行政许可法》第四十二条", Days = clock.Explain(calendar, now),
            Pauses = ["1月26日至1月29日 现场检验，依《行政许可法》第四十五条不计入"],
        };
    }

    private static Instant In(LocalDateTime time) =>
        DateTimeZoneProviders.Tzdb["Asia/Shanghai"].AtStrictly(time).ToInstant();

    private static LocalDateTime At(int month, int day, int hour, int minute) => new(2021, month, day, hour, minute);
}
