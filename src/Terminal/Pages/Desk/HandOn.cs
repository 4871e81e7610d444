using System.Globalization;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Hands a case, or an open step of it, to an officer of the same desk, or back to everybody there.</summary>
internal static class HandOn
{
    private const string Nobody = "nobody";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/desk/cases/{number}/assign", Show).Admits(Access.Officer());
        pages.MapPost("/desk/cases/{number}/assign", Assign).Admits(Access.Officer());
    }

    private static async Task<IResult> Show(
        string number, Visit visit, Caller caller, CaseDesk desk, Colleagues colleagues, CancellationToken ct,
        string? step = null) =>
        (await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            ? Page(state, step, visit, caller, colleagues, refused: null)
            : refusal.ToResult();

    private static async Task<IResult> Assign(
        string number, [FromForm] IFormCollection form, Visit visit, Caller caller, CaseDesk desk,
            Colleagues colleagues,
        DutiesOf duties, CancellationToken ct)
    {
        if (!(await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal))
        {
            return refusal.ToResult();
        }

        var step = form["step"].ToString() is { Length: > 0 } given ? given : null;
        var officer = form["officer"].ToString();
        var chosen = officer == Nobody ? null : officer;
        var reason = form["reason"].ToString().Trim();
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? seen : 0;
        var assigned = officer.Length == 0
            ? new Refusal(RefusalKind.Invalid, "act.answers", "Some answers need mending.")
            {
                Faults = [new Fault("officer", "answers.missing", "An answer is needed.")],
            }
            : await desk.AssignAsync(
                number,
                new AssignCase(step, chosen, reason.Length > 0 ? reason : null, version, chosen is null ? []
                    : await duties(chosen)),
                caller.Actor,
                Commands.Of(form, caller),
                ct);
        return assigned.TryGet(out _, out refusal)
            ? Draw.Go($"{DeskCases.Front}/{number}?done=assign")
            : Page(state, step, visit, caller, colleagues, refusal);
    }

    private static IResult Page(
        Case state, string? step, Visit visit, Caller caller, Colleagues colleagues, Refusal? refused)
    {
        var open = state.Plan.FirstOrDefault(one => one.Id == step);
        var (role, agency) = (open?.Role ?? state.Desk ?? "", open?.Agency ?? state.Agency);
        string? Wrong(string field) =>
            refused?.Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? visit.Words.Of(fault) : null;
        var href = $"{DeskCases.Front}/{state.Number}";
        var view = new AssignView(
            visit.Say(state.Title), state.Number, href + "/assign", href, step, state.Version,
            [
                new("officer", FieldKind.Choice, visit.Words["hand.to"])
                {
                    Options =
                    [
                        .. colleagues.With(role, agency, state.Area).Select(one => new OptionView(
                            one.Id, one.Id == caller.Actor.Id ? visit.Words.Say("hand.me", ("name", one.Name))
                                : one.Name)),
                        new(Nobody, visit.Words["hand.nobody"]),
                    ],
                    Error = Wrong("officer"),
                },
                new("reason", FieldKind.Text, visit.Words["hand.reason"])
                {
                    Optional = true, Max = AssignCase.LongestReason, Error = Wrong("reason"),
                },
            ],
            refused is { Faults.IsEmpty: true } ? visit.Words.Of(refused) : null);
        return Draw.Page<AssignPage>(visit, view, refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }
}
