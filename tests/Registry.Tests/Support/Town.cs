using Heluo.Packs;

namespace Heluo.Registry.Tests;

/// <summary>A town small enough to be known by heart.</summary>
internal static class Town
{
    public const string Root = "410100";
    public const string Jinshui = "410105";
    public const string Jingbalu = "410105001";
    public const string Ruyihu = "410105560";
    public const string Zone = "410171";

    public static City City { get; } = City.Of(Read()).Value;

    public static PackSet Read(string? more = null, string? roles = null) =>
        Reading(more, roles) is { Faults.IsEmpty: true } reading
        ? reading.Set!
        : throw new InvalidOperationException(string.Join('\n', Reading(more, roles).Faults));

    public static PackReading Reading(string? more = null, string? roles = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pack.yaml"] = """
                pack: town
                version: 2026.1
                name: {zh: 小城, en: Town}
                languages: [zh, en]
                city: {division: "410100", zone: Asia/Shanghai, weekend: [saturday, sunday],
                       office-hours: ["08:00-12:00"], calendar: cn}
                """,
            ["calendar/cn.yaml"] = """
                calendar: cn
                weekend: [saturday, sunday]
                """,
            ["divisions/all.yaml"] = """
                divisions:
                  - {code: "410100", name: {zh: 小城, en: Town}, kind: city}
                  - {code: "410105", name: {zh: 金水区, en: Jinshui}, kind: county, parent: "410100"}
                  - {code: "410105001", name: {zh: 经八路, en: Jingbalu}, kind: township}
                  - {code: "410105560", name: {zh: 如意湖, en: Ruyihu}, kind: township}
                  - {code: "410105561", name: {zh: 博学路, en: Boxuelu}, kind: township}
                  - {code: "410171", name: {zh: 经开区, en: Zone}, kind: zone, parent: "410100"}
                  - {code: "410122101", name: {zh: 飞地, en: Exclave}, kind: township, parent: "410171"}
                """,
            ["areas/all.yaml"] = """
                areas:
                  - {area: zhengdong, name: {zh: 东, en: East}, kind: management, covers: ["410105560", "410105561"]}
                """,
            ["agencies/all.yaml"] = """
                functions:
                  - {function: market, name: {zh: 市场, en: Market}}
                  - {function: health, name: {zh: 卫生, en: Health}}
                  - {function: streets, name: {zh: 城管, en: Streets}}
                agencies:
                  - {agency: city-market, function: market, area: "410100", level: city, name: {zh: 市, en: City}}
                  - {agency: jinshui-market, function: market, area: "410105", level: county, name: {zh: 区, en: County}}
                  - {agency: zhengdong-market, function: market, area: zhengdong, level: county, name: {zh: 东, en: E}}
                  - {agency: city-health, function: health, area: "410100", level: city, name: {zh: 卫, en: Health}}
                """,
            ["posts/roles.yaml"] = roles ?? """
                roles:
                  - {role: clerk, name: {zh: 窗口, en: Clerk}, kind: service}
                  - {role: approver, name: {zh: 审批, en: Approver}, kind: service}
                  - {role: dispatcher, name: {zh: 派遣, en: Dispatcher}, kind: governance}
                  - {role: system-administrator, name: {zh: 系, en: System}, kind: administrator}
                  - {role: security-administrator, name: {zh: 安, en: Security}, kind: administrator}
                  - {role: audit-administrator, name: {zh: 审, en: Audit}, kind: administrator}
                """,
        };
        if (more is not null)
        {
            texts["agencies/more.yaml"] = more;
        }

        return new PackReader().WithRegistry().CheckTexts(texts);
    }
}
