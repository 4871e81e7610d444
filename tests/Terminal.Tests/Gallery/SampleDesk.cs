using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Pages.Acts;
using Heluo.Terminal.Pages.Desk;
using Heluo.Terminal.Pages.SignIn;

namespace Heluo.Terminal.Tests.Gallery;

internal static class SampleDesk
{
    public static InboxView Inbox { get; } = new()
    {
        Post = "金水区市场监督管理局 · 窗口人员",
        Cases = SampleCase.Rows,
        Lights =
        [
            new("/desk", "全部", 24, true), new("/desk?light=red", "已超期", 1, false, Light.Red),
            new("/desk?light=yellow", "临近到期", 3, false, Light.Yellow), new("/desk?light=green", "正常", 18, false,
                Light.Green),
            new("/desk?light=paused", "暂停计时", 2, false, Light.Paused),
        ],
        Filters = [new("/desk", "全部", null, true), new("/desk?of=mine", "我经办的", 6, false),
            new("/desk?of=free", "待领取", 9, false)],
        Next = "/desk?after=1",
    };

    public static DeskCaseView Case { get; } = new()
    {
        Number = "11410100TTTTTT046W4000131002000202102030007",
        Title = "食品经营许可",
        Done = "已受理，承诺时限开始计算。",
        Facts = [new("办理机构", "金水区市场监督管理局"), new("辖区", "经八路街道"), new("收件方式", "网上"), new("事项版本", "1（2020-01-01 起）")],
        Answers = [new("申请人叫什么名字？", "张*", Masked: true), new("证件号码", "4101**********0001", Masked: true),
            new("经营场所是哪一类？", "单位食堂"), new("面积多大？", "120 平方米")],
        Open = "/desk/cases/1/open",
        Archive = "/api/v1/cases/1/archive",
        Purposes = [new("handle-application", "办理本申请"), new("contact-applicant", "联系申请人")],
        Hands = [new("/desk/cases/1/assign", null, "收件", Mine: false, "officer/li-na", 3)],
        Materials = [new("食品经营许可申请书", "必要", "申请书.pdf", "/f/1"), new("平面图", "必要", null, null),
            new("授权书", "可容缺", "纸质件", null)],
        Stages = SampleCase.View(false).Stages,
        Clocks = SampleCase.View(false).Clocks,
        Steps = [new("资料审查", "王敏 · 剩 1 天")],
        Acts = [new("/a/accept", "受理", Primary: true), new("/a/corr", "要求补正"), new("/a/no", "不予受理", Harm: true)],
        Timeline = SampleCase.View(false).Timeline,
        Papers = SampleCase.View(false).Papers,
    };

    public static ActView Act { get; } = new()
    {
        Name = "要求补正", Title = "食品经营许可", Number = Case.Number, Action = "/x", Back = "/desk/cases/1", Command = "c1",
            Version = 3, Desk = true,
        Follows = ["申请人收到补正通知书，一次告知全部内容", "受理时限暂停，等申请人补正"],
        Fields =
        [
            new("points", FieldKind.Lines, "需要补正的全部内容") { Help = "一行一条。依法只能告知一次，请写全。", Values = ["平面图未标注后厨面积"] },
            new("until", FieldKind.Date, "希望何时补正") { Optional = true },
            new("amount", FieldKind.Number, "补正份数") { Unit = "份", Error = "请填 1 到 20 的整数", Values = ["0"] },
        ],
    };

    public static SignInView SignIn { get; } = new(
        [],
        [
            new("zhang", "张三", "居民，有一份办理中的申请"), new("wang", "王奶奶", "居民，由孙女代办"),
            new("clerk", "李娜", "综合窗口，收件、受理、送达", "service", "窗口人员"),
            new("approver", "赵强", "作出准予或者不予的决定", "service", "审批人"),
            new("audit", "史正", "管日志和留存", "administrator", "审计管理员"),
        ],
        "/");

    public static AssignView Assign { get; } = new(
        "食品经营许可", Case.Number, "/desk/cases/1/assign", "/desk/cases/1", "site", 3,
        [
            new("officer", FieldKind.Choice, "经办人") { Options = [new("officer/a", "李娜（我）"), new("nobody", "放回待领取")] },
            new("reason", FieldKind.Text, "原因") { Optional = true, Max = 200 },
        ]);

    public static CoverView Cover { get; } = new(
        [new("王敏 代 李娜", "2021年2月8日 至 2021年2月10日", 1)],
        [
            new("by", FieldKind.Choice, "由谁代班") { Options = [new("officer/a", "王敏")] },
            new("from", FieldKind.Date, "从哪天起"), new("last", FieldKind.Date, "到哪天止") { Error = "请填写" },
        ]);

    public static MeView Me { get; } = new(
        "李娜（1024 号）",
        [new("金水区市场监管局 窗口人员", "金水区，2021年1月4日起"), new("金水区卫健委 窗口人员", "金水区，2021年1月4日起")],
        [new("王敏 代 李娜", "2021年2月8日 至 2021年2月10日", 1)],
        [new("2021年2月3日 08:55 登录，最迟 20:55 结束（本机）", null), new("2021年2月2日 15:00 登录", "k-1")]);
}
