using Heluo.Registry;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Names places.</summary>
internal static class Places
{
    /// <summary>The name of a division or area with what it lies in, the city left out; its code when it is not
    /// known.</summary>
    public static string NameOf(City city, string code, Visit visit)
    {
        if (city.FindArea(code) is { } area)
        {
            return visit.Say(area.Name);
        }

        var names = new List<string>();
        for (var at = city.Find(code);
            at is not null && at.Code != city.Root && names.Count < 4;
            at = at.Parent is null ? null : city.Find(at.Parent))
        {
            names.Add(visit.Say(at.Name));
        }

        names.Reverse();
        return names.Count == 0 ? code : string.Join(visit.Words["list.place"], names);
    }
}
