using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Items;

namespace Heluo.Terminal.Tests.Gallery;

internal static class SampleItem
{
    public static ItemView View { get; } = new()
    {
        Name = "食品经营许可",
        Apply = "/items/food-business/apply",
        Promise = "8 个工作日",
        Law = "20 个工作日",
        Basis = "《中华人民共和国行政许可法》第四十二条",
        Foresight = "今天申请，最迟 2021年2月22日 星期一 作出决定（春节假期不计）。",
        Facts =
        [
            new("办理机构", "金水区市场监督管理局"), new("到现场次数", "0 次，全程网办"), new("收费", "不收费"),
            new("结果", "食品经营许可证"), new("服务对象", "个人、法人"), new("实施编码", "11410105TTTTTT04XX4000131002000"),
        ],
        Conditions = ["有与经营的食品品种、数量相适应的场所", "有合理的设备布局和工艺流程", "有食品安全管理人员和规章制度"],
        Situations =
        [
            new("venue-kind", FieldKind.Choice, "经营场所是哪一类？")
            {
                Options = [new("restaurant", "餐馆"), new("canteen", "单位食堂", "学校、企业、机关内部"), new("shop", "食品销售")],
                Values = ["canteen"],
            },
            new("stove", FieldKind.YesNo, "有没有明火灶台？") { Values = ["true"] },
        ],
        Materials =
        [
            new("食品经营许可申请书", "必要", "电子件 1 份 · 申请人自备") { },
            new("平面图", "必要", "电子件 1 份 · 申请人自备") { Because = "经营场所是单位食堂" },
            new("食堂管理单位授权书", "可容缺", "电子件 1 份 · 申请人自备") { Because = "经营场所是单位食堂" },
        ],
        Perhaps = ["食品安全管理员培训证明", "中央厨房布局图"],
        Steps =
        [
            new("受理", "窗口人员", "1 个工作日"), new("资料审查", "审查人员", "2 个工作日"),
            new("现场核查", "审查人员", "3 个工作日", "面积超过 50 平方米时"), new("决定", "审批负责人", "1 个工作日"),
        ],
        ShortestDays = 4,
        LongestDays = 7,
        Contact =
        [
            new("地点", "金水区政务服务中心 2 楼 12 号窗口"), new("时间", "工作日 08:00–12:00，14:00–18:00"),
            new("咨询", "0371-00000001"), new("投诉", "0371-00000002"),
        ],
        Faq = [("要跑几趟？", "全程网办，不用到现场；现场核查由工作人员上门。"), ("材料不齐会怎样？", "窗口会在五个工作日内一次告知全部需要补正的内容。")],
        Invented = ["limits.promise", "window", "plan"],
    };

    public static BeginView Begin { get; } = new()
    {
        Item = "食品经营许可",
        Action = "/items/food-business/apply",
        Back = new Link("/items/food-business", "食品经营许可"),
        Questions = 9,
        MoreQuestions = true,
        Materials = ["食品经营许可申请书", "平面图"],
        Perhaps = ["食堂管理单位授权书"],
        Promise = "8 个工作日",
        Unfinished = [new Link("/drafts/1", "2021年2月2日 21:05")],
    };
}
