using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Clock;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Terminal;

/// <summary>Moves the clock of a demo city to an instant, or refuses.</summary>
/// <param name="target">Where to.</param>
public delegate Outcome<Instant> MoveClock(Instant target);

/// <summary>The page that moves time. Only the demo's host maps it.</summary>
public static class DemoClockPage
{
    private const string Address = "/demo/clock";

    /// <summary>Maps the page and its form at <c>/demo/clock</c>.</summary>
    public static IEndpointRouteBuilder MapDemoClock(this IEndpointRouteBuilder house, MoveClock move)
    {
        ArgumentNullException.ThrowIfNull(house);
        house.MapGet(Address, (Visit visit) => Show(visit, ""))
            .Admits(Access.Public).ExcludeFromDescription();
        house.MapPost(Address, ([FromForm] string? to, Visit visit) => Move(visit, to ?? "", move))
            .Admits(Access.Public).ExcludeFromDescription();
        return house;
    }

    // A day begins with the morning, when the offices have opened: that is what a visitor wants to see.
    private static IResult Move(Visit visit, string to, MoveClock move)
    {
        if (!LocalDatePattern.Iso.Parse(to).TryGetValue(default, out var day))
        {
            return Show(visit, to, wrong: visit.Words["move.no-day"]);
        }

        var target = (day + new LocalTime(9, 0)).InZoneLeniently(visit.Zone).ToInstant();
        return move(target).TryGet(out _, out var refusal)
            ? Draw.Go(Address)
            : Show(visit, to, whole: visit.Words.Of(refusal));
    }

    private static IResult Show(Visit visit, string to, string? wrong = null, string? whole = null)
    {
        var field = new FieldView("to", FieldKind.Date, visit.Words["move.day"]) { Values = [to], Error = wrong };
        var status = wrong is null && whole is null ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity;
        return Draw.Page<ClockPage>(visit, new ClockView(visit.Now, field, whole), status);
    }
}
