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

/// <summary>Performs an act that was confirmed on its page. Refused, the page is shown again with every
/// fault.</summary>
internal static class DoAct
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/my/cases/{number}/acts/{act}", Perform).Admits(Access.Resident)
            .TakesFiles((int)UploadBody.MostBytes);
        pages.MapPost("/desk/cases/{number}/acts/{act}", Perform).Admits(Access.Officer())
            .TakesFiles((int)UploadBody.MostBytes);
    }

    private static async Task<IResult> Perform(
        string number, string act, [FromQuery] string? step, [FromForm] IFormCollection form, HttpContext context,
        Visit visit, Caller caller, ActGrounds grounds, CaseDesk desk, CaseUploads uploads, CancellationToken ct)
    {
        if (!(await grounds.FindAsync(number, act, step, caller.Actor, context, ct)).TryGet(out var ground,
            out var refusal))
        {
            return refusal.ToResult();
        }

        var answers = Fields.Read(ground.Allowed.Act.Form, name => form[name]);
        var papers = await ActExtras.TakeAsync(ground, form, uploads, visit, ct);
        var performed = papers.TryGet(out var given, out refusal)
            ? await desk.PerformAsync(
                number,
                new PerformAct(act, step, answers, Version(form["version"]))
                {
                    CaseAnswers = ActExtras.Changed(ground, form),
                    Papers = given,
                },
                caller.Actor,
                Commands.Of(form, caller),
                ct)
            : refusal;
        return performed.TryGet(out _, out refusal)
            ? Draw.Go($"{ground.Front}/{number}?done={Uri.EscapeDataString(act)}")
            : ShowAct.Page(ground, visit, caller.CommandId, new Sent(answers, refusal));
    }

    private static int Version(string? sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
