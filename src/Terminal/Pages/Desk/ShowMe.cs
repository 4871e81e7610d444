using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Shows officers and administrators what they are here, and lets them end their sessions elsewhere.</summary>
internal static class ShowMe
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var staff = new Access(Admission.AnyAdministrator) | Access.Officer();
        pages.MapGet("/desk/me", Show).Admits(staff);
        pages.MapPost("/desk/me/sessions/end", End).Admits(staff);
    }

    private static async Task<IResult> Show(
        Visit visit, Caller caller, HttpContext context, Colleagues colleagues, Leaves leaves, Sessions sessions,
        City city)
    {
        if (!(await leaves.OfAsync(caller.Actor)).TryGet(out var known, out var refusal)
            || !(await sessions.OfAsync(caller.Actor, context.Features.Get<OpenSessionUse>()))
                .TryGet(out var open, out refusal))
        {
            return refusal.ToResult();
        }

        var words = visit.Words;
        var officer = colleagues.Find(caller.Actor.Id);
        return Draw.Page<MePage>(visit, new MeView(
            officer?.StaffNumber is { } number ? words.Say("me.name", ("name", officer.Name), ("number", number))
                : officer?.Name ?? caller.Actor.Id,
            officer is null ? [] : Duties(officer, city, visit),
            [.. known.Select(leave => LeaveRowView.Of(leave, words))],
            [
                .. open.Select(one => new SessionRowView(
                    words.Say(
                        one.Here ? "me.session-here" : "me.session",
                        ("from", words.Moment(visit.Local(one.Opened))),
                        ("to", words.Moment(visit.Local(one.Ends)))),
                    one.Here ? null : one.Key)),
            ]));
    }

    private static async Task<IResult> End(
        [FromForm] string? session, Caller caller, Sessions sessions, CancellationToken ct) =>
        await sessions.EndAsync(caller.Actor, session ?? "", caller.CommandId, ct) is { } refused
            ? refused.ToResult()
            : Draw.Go("/desk/me");

    private static ImmutableArray<RowView> Duties(Officer officer, City city, Visit visit)
    {
        var (words, today) = (visit.Words, visit.Now.Date);
        return
        [
            .. officer.Duties.Where(duty => duty.To is not { } end || end > today).Select(duty => new RowView(
                Posts.Of(duty.Role, duty.Agency, city, visit),
                words.Say(
                    duty.To is null ? "me.duty" : "me.duty-until",
                    ("area", duty.Area is { } area ? Places.NameOf(city, area, visit) : visit.City),
                    ("from", words.Day(duty.From)),
                    ("last", duty.To is { } to ? words.Day(to.PlusDays(-1)) : "")))),
        ];
    }
}
