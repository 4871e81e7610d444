using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Drafts;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Pages.Reports;

namespace Heluo.Terminal.Tests.Gallery;

internal static class SampleForm
{
    public static QuestionView TextQuestion { get; } = new()
    {
        Item = "食品经营许可", Action = "/drafts/1/name", Number = 1, Of = 9,
        Field = new("name", FieldKind.Text, "申请人叫什么名字？")
        {
            Help = "与身份证或营业执照一致。", Max = 60, Autocomplete = "name",
            Purpose = new("办理本申请", "《行政许可法》第三十一条", "办结后 10 年"),
        },
    };

    public static MaterialsView Materials { get; } = new()
    {
        Item = "食品经营许可", Action = "/drafts/1/materials", Back = new Link("/drafts/1/area", "返回"),
        Materials =
        [
            new("食品经营许可申请书", "必要", "电子件 1 份 · 申请人自备") { Field = "form", Accept = ".pdf", Given = [new("p1",
                "申请书.pdf")] },
            new("平面图", "必要", "PDF、JPG 或 PNG，不超过 20 MB")
            {
                Field = "plan", Accept = ".pdf,.jpg", Error = "“平面图.exe”不是 PDF 或图片。", Because = "经营场所是单位食堂",
            },
            new("营业执照", "免提交", "市场监管局核发") { Waived = true },
        ],
    };

    public static CheckView Check { get; } = new()
    {
        Item = "食品经营许可", Action = "/drafts/1/send", Back = new Link("/drafts/1/materials", "返回"),
        Agency = "金水区市场监督管理局",
        Promise = "承诺 8 个工作日内决定：今天提交并受理，最迟 2021年2月22日 星期一。",
        Answers =
        [
            new("申请人叫什么名字？", "张三", "/drafts/1/name"), new("经营场所是哪一类？", "单位食堂", "/drafts/1/kind"),
            new("面积多大？", "120 平方米", "/drafts/1/area"), new("备注", "", "/drafts/1/remark"),
        ],
        Materials = [new("食品经营许可申请书", "申请书.pdf", "/drafts/1/materials"), new("平面图", "平面图.pdf", "/drafts/1/materials")],
    };

    public static ReportView Report { get; } = new(
        "暴露垃圾", "/report/exposed-rubbish",
        [
            new("area", FieldKind.Choice, "在哪个区县（市）？") { Options = [new("410105", "金水区"), new("410103", "二七区")] },
            new("place", FieldKind.Text, "在什么地方？") { Help = "写明路名、门牌号或者附近的明显标志", Error = "请填写" },
            new("other", FieldKind.File, "拍一张照片") { Optional = true, Accept = ".jpg,.png", Help = "JPG 或 PNG" },
            new("seen", FieldKind.Long, "您看到了什么？") { Optional = true, Max = 500 },
        ],
        "command-1");

    public static ReportClassesView Classes { get; } = new(
        [
            ("市容环境", [new("/report/exposed-rubbish", "暴露垃圾", ""), new("/report/dirty-road", "道路不洁", "")]),
            ("公用设施", [new("/report/street-lamp", "路灯不亮", "")]),
        ],
        "SJ-410105-20210203-0001");

    public static AuthorizeView Authorize { get; } = new(
        [
            new("name", FieldKind.Text, "对方姓名") { Max = 60, Error = "请填写" },
            new("items", FieldKind.Many, "可以代办哪些事项") { Optional = true, Options = [new("a", "食品经营许可")] },
            new("last", FieldKind.Date, "到哪天止"),
        ],
        "没有这个人");

    public static QuestionView Question(bool error) => new()
    {
        Item = "食品经营许可", Action = "/drafts/1/kind", Number = 3, Of = 9, Back = new Link("/drafts/1/name", "返回"),
        Field = new("kind", FieldKind.Choice, "经营场所是哪一类？")
        {
            Help = "选最接近的一项，后面的题目和材料随之而定。",
            Options = [new("restaurant", "餐馆", "对外供餐"), new("canteen", "单位食堂", "学校、企业、机关内部"), new("shop", "食品销售"),
                new("drink", "饮品店")],
            Values = error ? [] : ["canteen"],
            Error = error ? "请选择经营场所的类别" : null,
        },
    };
}
