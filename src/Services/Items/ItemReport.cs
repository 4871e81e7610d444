using System.Text.Json.Nodes;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>
/// The part of <c>pack check</c> about items: each one's shortest and longest way in working days, beside what it
/// promises and what the law allows. Null where there is no such way or limit, or it is not in working days.
/// </summary>
internal static class ItemReport
{
    public static PackSection Section { get; } = new("items", Rows);

    private static IEnumerable<JsonObject> Rows(PackSet set) =>
        from dated in set.Get(ItemKind.Kind).All
        let version = dated.Versions[^1]
        let path = ItemPath.Of(set, version.Value, version.Effective.From)
        select new JsonObject
        {
            ["id"] = version.Value.Id,
            ["name"] = version.Value.Name.In(set.Languages[0]),
            ["shortestDays"] = path?.Shortest.Days,
            ["longestDays"] = path?.Longest.Days,
            ["promiseDays"] = Days(version.Value.Promise),
            ["lawDays"] = Days(version.Value.Law),
        };

    private static decimal? Days(Limit limit) => limit.Unit == TimeUnit.WorkingDay ? limit.Amount : null;
}
