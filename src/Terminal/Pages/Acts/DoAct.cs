using System.Globalization;
using Heluo.Cases;
using Heluo.Registry.Http;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Acts;

/// <summary>Performs an act that was confirmed on its page. Refused, the page is shown again with every fault.</summary>
internal static class DoAct
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/my/cases/{number}/acts/{act}", Perform).Admits(Access.Resident);
        pages.MapPost("/desk/cases/{number}/acts/{act}", Perform).Admits(Access.Officer());
    }

    private static async Task<IResult> Perform(
        string number, string act, [FromQuery] string? step, [FromForm] IFormCollection form, HttpContext context,
        Visit visit, Caller caller, ActGrounds grounds, CaseDesk desk, CancellationToken ct)
    {
        if (!(await grounds.FindAsync(number, act, step, caller.Actor, context, ct)).TryGet(out var ground, out var refusal))
        {
            return refusal.ToResult();
        }

        var answers = Fields.Read(ground.Allowed.Act.Form, name => form[name]);
        var command = Commands.Of(form, caller);
        var performed = await desk.PerformAsync(
            number, new PerformAct(act, step, answers, Version(form["version"])), caller.Actor, command, ct);
        return performed.TryGet(out _, out refusal)
            ? Draw.Go($"{ground.Front}/{number}?done={Uri.EscapeDataString(act)}")
            : ShowAct.Page(ground, visit, caller.CommandId, new Sent(answers, refusal));
    }

    private static int Version(string? sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
