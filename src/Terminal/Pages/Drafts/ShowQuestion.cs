using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using FieldView = Heluo.Terminal.Components.Fields.FieldView;

namespace Heluo.Terminal.Pages.Drafts;

/// <summary>Shows one question of an application.</summary>
internal static class ShowQuestion
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/drafts/{id}", Resume).Admits(Access.Resident);
        pages.MapGet("/drafts/{id}/{page}", Show).Admits(Access.Resident);
        pages.MapGet("/desk/intake/{id}/{page}", Show).Admits(Access.Officer(BeginDraft.WindowRole));
    }

    /// <summary>The page of a question, with what was sent and refused when it is shown again.</summary>
    public static IResult Page(
        DraftGround ground, string page, Visit visit, bool toCheck, JsonElement? sent = null, Refusal? refused = null)
    {
        var fault = refused?.Faults.FirstOrDefault();
        var view = new QuestionView
        {
            Item = visit.Say(ground.Pages.Item.Name),
            Action = ground.Href(page) + (toCheck ? "?then=check" : ""),
            Back = ground.Before(page, visit),
            Field = page == DraftPages.PlacePage ? Place(ground, visit, fault)
                : page == DraftGround.TownPage ? Town(ground, visit, fault)
                : ground.Fields(visit).Of(
                    ground.Pages.Fields.Single(field => field.Name == page),
                    sent ?? ground.Answers.GetValueOrDefault(page),
                    fault),
            Number = ground.Order.IndexOf(page) + 1,
            Of = ground.Questions.Length,
            Intake = ground.Intake,
            Whole = fault is null && refused is not null ? visit.Words.Of(refused) : null,
        };
        return Draw.Page<QuestionPage>(visit, view, refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Resume(string id, Visit visit, Caller caller, DraftGrounds grounds,
        CancellationToken ct) =>
        (await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var refusal)
            ? Draw.Go(ground.Href(ground.Open ?? DraftGround.Check))
            : refusal.ToResult();

    private static async Task<IResult> Show(
        string id, string page, Visit visit, Caller caller, DraftGrounds grounds, CancellationToken ct,
            string? then = null)
    {
        if (!(await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var refusal))
        {
            return refusal.ToResult();
        }

        // A question that another answer has since removed is not asked: on to what is.
        return ground.Questions.Contains(page)
            ? Page(ground, page, visit, toCheck: then == DraftGround.Check)
            : Draw.Go(ground.Href(ground.Open ?? DraftGround.Check));
    }

    private static FieldView Place(DraftGround ground, Visit visit, Fault? fault) =>
        new(DraftPages.PlacePage, FieldKind.Choice, visit.Words["draft.place"])
        {
            Help = visit.Words["draft.place-help"],
            Options = new Choices(ground.City, []).Areas(visit),
            Values = ground.Draft.Area is { } area ? [Districts.Of(ground.City, area)] : [],
            Error = fault is null ? null : visit.Words.Of(fault),
        };

    // Nobody need know which office serves their street: where the item does not need it, the district will do.
    private static FieldView Town(DraftGround ground, Visit visit, Fault? fault)
    {
        var (area, words) = (ground.Draft.Area!, visit.Words);
        var district = Districts.Of(ground.City, area);
        var towns = ground.Towns.Select(town => new OptionView(town.Code, visit.Say(town.Name)));
        return new(DraftGround.TownPage, FieldKind.Choice, words["draft.town"])
        {
            Help = words.Say("draft.town-help", ("area", Places.NameOf(ground.City, district, visit))),
            Options = ground.Pages.Item.Level >= ExerciseLevel.Township
                ? [.. towns]
                : [.. towns, new OptionView(district, words["draft.town-unknown"])],
            Values = [area],
            Error = fault is null ? null : words.Of(fault),
        };
    }
}
