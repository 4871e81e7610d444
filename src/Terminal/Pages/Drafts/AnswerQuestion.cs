using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Drafts;

/// <summary>Takes the answer to one question of an application and goes on to the next.</summary>
internal static class AnswerQuestion
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/drafts/{id}/{page}", Answer).Admits(Access.Resident);
        pages.MapPost("/desk/intake/{id}/{page}", Answer).Admits(Access.Officer(BeginDraft.WindowRole));
    }

    private static async Task<IResult> Answer(
        string id, string page, [FromForm] IFormCollection form, Visit visit, Caller caller, DraftGrounds grounds,
        DraftDesk drafts, CancellationToken ct, [FromQuery] string? then = null)
    {
        if (!(await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var refusal))
        {
            return refusal.ToResult();
        }

        if (Read(ground, page, form) is not { } request)
        {
            return Draw.Go(ground.Href(ground.Open ?? DraftGround.Check));
        }

        var toCheck = then == DraftGround.Check;
        var leaving = form["then"] == "leave";
        var sent = request.Answers.GetValueOrDefault(page);
        if (!leaving && Lacks(ground, page, request) is { } lacks)
        {
            return ShowQuestion.Page(ground, page, visit, toCheck, sent, lacks);
        }

        return !(await drafts.AnswerAsync(id, request, caller.Actor, caller.CommandId, ct)).TryGet(out _, out refusal)
                ? ShowQuestion.Page(ground, page, visit, toCheck, sent, refusal)
            : leaving ? Draw.Go("/my")
            : (await grounds.FindAsync(id, caller, ct)).TryGet(out var after, out refusal)
                ? Draw.Go(Next(after, page, toCheck))
            : refusal.ToResult();
    }

    private static AnswerDraft? Read(DraftGround ground, string page, IFormCollection form)
    {
        if (page == DraftPages.PlacePage)
        {
            return new AnswerDraft([], form[page] is [{ Length: > 0 } area] ? District(ground, area) : null);
        }

        if (page == DraftGround.TownPage && ground.Draft.Area is { } placed)
        {
            return new AnswerDraft(
                [], form[page] is [{ Length: > 0 } town] ? town : Districts.Of(ground.City, placed));
        }

        if (ground.Pages.Fields.FirstOrDefault(field => field.Name == page) is not { } field)
        {
            return null;
        }

        // An answer left empty is taken back, which only an empty value under its name says.
        var read = Fields.Read([field], name => form[name]);
        return new AnswerDraft(read.ContainsKey(page) ? read : read.Add(page, Empty), Area: null);
    }

    // Who goes back and leaves the district as it was has not taken back the place below it.
    private static string District(DraftGround ground, string chosen) =>
        ground.Draft.Area is { } placed && Districts.Of(ground.City, placed) == chosen ? placed : chosen;

    private static JsonElement Empty { get; } = JsonSerializer.SerializeToElement("");

    private static Refusal? Lacks(DraftGround ground, string page, AnswerDraft request)
    {
        var lacking = page == DraftPages.PlacePage ? request.Area is null
            : page == DraftGround.TownPage ? ground.LacksTown && ground.Towns.All(town => town.Code != request.Area)
            : ground.Pages.Fields.Single(field => field.Name == page).Required
                && request.Answers[page].ValueKind == JsonValueKind.String
                && request.Answers[page].GetString() is "";
        return lacking
            ? new Refusal(RefusalKind.Invalid, "act.answers", "Some answers need mending.")
            {
                Faults = [new Fault(page, "answers.missing", "An answer is needed.")],
            }
            : null;
    }

    private static string Next(DraftGround ground, string page, bool toCheck)
    {
        var next = ground.After(page, toCheck);
        return ground.Href(next) + (toCheck && next != DraftGround.Check ? "?then=check" : "");
    }
}
