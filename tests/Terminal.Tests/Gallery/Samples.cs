using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Clock;
using Heluo.Terminal.Pages.Acts;
using Heluo.Terminal.Pages.Desk;
using Heluo.Terminal.Pages.Drafts;
using Heluo.Terminal.Pages.Home;
using Heluo.Terminal.Pages.Items;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Pages.Papers;
using Heluo.Terminal.Pages.Refused;
using Heluo.Terminal.Pages.Reports;
using Heluo.Terminal.Pages.SignIn;
using NodaTime;

namespace Heluo.Terminal.Tests.Gallery;

/// <summary>Sample values for every page, as a busy day would fill it.</summary>
internal static class Samples
{
    private const string Number = "11410100TTTTTT046W4000131002000202102030007";

    public static IEnumerable<(string Name, Type Page, object? View)> Pages =>
    [
        ("home", typeof(HomePage), Home),
        ("search", typeof(SearchPage), new SearchView("开饭店", Home.Often[..2])),
        ("items", typeof(SearchPage), new SearchView("", Home.Often)),
        ("search-none", typeof(SearchPage), new SearchView("xyz", [])),
        ("item", typeof(ItemPage), SampleItem.View),
        ("question", typeof(QuestionPage), SampleForm.Question(error: false)),
        ("question-error", typeof(QuestionPage), SampleForm.Question(error: true)),
        ("question-text", typeof(QuestionPage), SampleForm.TextQuestion),
        ("materials", typeof(MaterialsPage), SampleForm.Materials),
        ("check", typeof(CheckPage), SampleForm.Check),
        ("case", typeof(CasePage), SampleCase.View(justSent: false)),
        ("case-sent", typeof(CasePage), SampleCase.View(justSent: true)),
        ("my", typeof(MyPage), SampleCase.My),
        ("authorize", typeof(AuthorizePage), SampleForm.Authorize),
        ("access", typeof(AccessPage), SampleCase.Access),
        ("inbox", typeof(InboxPage), SampleDesk.Inbox),
        ("desk-case", typeof(DeskCasePage), SampleDesk.Case),
        ("act", typeof(ActPage), SampleDesk.Act),
        ("paper", typeof(PaperPage), SampleCase.Paper),
        ("checked", typeof(CheckedPage), new CheckedView("7KQ2-9FXA", true, [new("文书", "补正通知书"),
            new("文号", "补〔2021〕0007号")])),
        ("report", typeof(ReportPage), SampleForm.Report),
        ("report-classes", typeof(ReportClassesPage), SampleForm.Classes),
        ("begin", typeof(BeginPage), SampleItem.Begin),
        ("assign", typeof(AssignPage), SampleDesk.Assign),
        ("cover", typeof(CoverPage), SampleDesk.Cover),
        ("me", typeof(MePage), SampleDesk.Me),
        ("sign-in", typeof(SignInPage), SampleDesk.SignIn),
        ("clock", typeof(ClockPage), new ClockView(
            new LocalDateTime(2021, 2, 5, 9, 0), new FieldView("to", FieldKind.Date, "拨到这一天的早上"))),
        ("refused", typeof(RefusedPage), new RefusedView(409, "办件已由他人办理。", "case.changed")),
    ];

    public static HomeView Home { get; } = new()
    {
        Often =
        [
            new("/items/food-business", "食品经营许可", "市场监管局 · 承诺 8 个工作日"),
            new("/items/social-card", "社会保障卡申领", "人社局 · 即办"),
            new("/items/fund", "住房公积金提取", "公积金中心 · 承诺 1 个工作日"),
            new("/items/hygiene", "公共场所卫生许可", "卫健委 · 承诺 10 个工作日"),
            new("/items/elder", "高龄津贴申领", "民政局 · 承诺 5 个工作日"),
            new("/items/sign", "户外广告设置审批", "城管局 · 承诺 7 个工作日"),
        ],
        Themes =
        [
            new("/search?q=1", "准入准营", 4), new("/search?q=2", "社会保障", 2), new("/search?q=3", "住房", 2),
            new("/search?q=4", "医疗卫生", 1), new("/search?q=5", "养老", 1), new("/search?q=6", "城市管理", 2),
        ],
        Draft = new Link("/drafts/1/area", "食品经营许可"),
        Running = [SampleCase.Rows[1]],
    };
}
