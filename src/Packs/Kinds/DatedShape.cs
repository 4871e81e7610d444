using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>Reads the versions of a definition and refuses those that overlap or share a number.</summary>
internal static class DatedShape
{
    public static Dated<T> Read<T>(MapFields fields, Func<MapFields, T> ask)
    {
        var version = Shapes.Map(inner =>
        {
            var number = inner.Required("version", Shapes.Int(1, 9999));
            var effective = inner.Required("effective", Shapes.Period);
            var before = inner.Reading?.References.Count ?? 0;
            var value = ask(inner.Within(fields.Id, number, effective));
            inner.Reading?.Date(before, effective);
            return new DatedVersion<T>(number, effective, value, inner.At);
        });
        var versions = fields.Required("versions", Shapes.List(version, PackLimits.Versions, min: 1));
        var sorted = versions.OrderBy(one => one.Effective.From).ThenBy(one => one.Number).ToImmutableArray();
        var repeated = sorted.GroupBy(one => one.Number).Where(same => same.Count() > 1).Select(same => same.Last());
        foreach (var twice in repeated)
        {
            fields.FaultAt(twice.At, "pack.repeated", $"Version {twice.Number} stands twice.");
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            var (before, after) = (sorted[i - 1], sorted[i]);
            if (before.Effective.Overlaps(after.Effective))
            {
                fields.FaultAt(
                    after.At,
                    "pack.versions_overlap",
                    $"Version {after.Number} ({after.Effective}) overlaps "
                    + $"version {before.Number} ({before.Effective}).");
            }
        }

        return new Dated<T>(fields.Id, sorted);
    }
}
