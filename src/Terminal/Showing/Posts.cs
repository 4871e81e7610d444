using Heluo.Registry;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Names posts.</summary>
internal static class Posts
{
    /// <summary>A role in a body, or over the whole city.</summary>
    public static string Of(string role, string? agency, City city, Visit visit) => visit.Words.Say(
        "desk.post",
        ("agency", agency is not null && city.FindAgency(agency) is { } body ? visit.Say(body.Name) : visit.City),
        ("role", city.FindRole(role) is { } known ? visit.Say(known.Name) : role));
}
