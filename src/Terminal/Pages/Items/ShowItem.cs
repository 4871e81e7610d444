using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Items;

/// <summary>Shows the guide of an item: the promise beside the law, and the materials for the answers given so
/// far.</summary>
internal static class ShowItem
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/items/{id}", Show).Admits(Access.Public);

    private static IResult Show(
        string id, Visit visit, Caller caller, Catalogue catalogue, Rulebook book, City city, HttpRequest request,
        TimeProvider clock)
    {
        if (catalogue.Find(id) is not { } item || catalogue.Guide(id) is not { } guide)
        {
            return new Refusal(RefusalKind.NotFound, "item.unknown", "No such item is in force today.").ToResult();
        }

        var situations = item.Form.Where(field => field.Situation).ToImmutableArray();
        var answers = Fields.Read(situations, name => request.Query[name]);
        var asked = new Conditions(book, item, caller.Actor, clock.Now()).Answering(answers);
        var agency = Agencies.For(item, null, city);
        return Draw.Page<ItemPage>(visit, new ItemView
        {
            Name = visit.Say(item.Name),
            Apply = item.Online is OnlineDepth.None or OnlineDepth.Consult ? null
                : $"/items/{item.Id}/apply" + Query(answers),
            Promise = ItemRows.Promise(item, visit),
            Law = visit.Words.Of(item.Law),
            Basis = string.Join(visit.Words["list.semicolon"], item.Basis.Select(one => Citations.Of(book, one,
                visit))),
            Foresight = Foresight.Of(item, city.Root, agency?.Id ?? "", book, visit, clock.Now()),
            Facts = GuideFacts.Of(item, city, visit),
            Conditions = [.. item.Conditions.Select(visit.Say)],
            Situations = Asked(situations, asked, answers, new Fields(new Choices(city, []), book, visit)),
            Materials = [.. item.Materials.Where(asked.Wants).Select(material => MaterialTexts.Of(material, visit))],
            Perhaps = [.. item.Materials.Where(asked.LeavesOpen).Select(material => visit.Say(material.Rule.Name))],
            Steps = Steps(guide, city, visit),
            ShortestDays = guide.Path?.ShortestDays,
            LongestDays = guide.Path?.LongestDays,
            Contact = GuideFacts.Contact(item, visit),
            Faq = [.. item.Questions.Select(one => (visit.Say(one.Asked), visit.Say(one.Answer)))],
            Invented = [.. item.Demo],
        });
    }

    private static ImmutableArray<Components.Fields.FieldView> Asked(
        ImmutableArray<Field> situations, Conditions asked, ImmutableDictionary<string, JsonElement> answers,
            Fields fields) =>
    [
        .. situations.Where(asked.Asks).Select(field =>
            fields.Of(field, answers.GetValueOrDefault(field.Name)) with { Purpose = null }),
    ];

    private static ImmutableArray<StepView> Steps(ItemGuide guide, City city, Visit visit) =>
    [
        .. guide.Steps.Select(step => new StepView(
            visit.Say(step.Name),
            city.FindRole(step.Role) is { } role ? visit.Say(role.Name) : step.Role,
            visit.Words.Of(new Limit(step.Days, TimeUnit.WorkingDay)),
            When(step, visit))),
    ];

    private static string? When(GuideStep step, Visit visit)
    {
        var words = visit.Words;
        return step switch
        {
            { Turn: StepTurn.Instead } => words["item.instead"],
            { Turn: StepTurn.Beside, Conditional: true } =>
                words["item.beside"] + words["list.semicolon"] + words["item.conditional"],
            { Turn: StepTurn.Beside } => words["item.beside"],
            { Conditional: true } => words["item.conditional"],
            _ => null,
        };
    }

    // What was answered here need not be answered again.
    private static string Query(ImmutableDictionary<string, JsonElement> answers) => QueryString.Create(
        answers.SelectMany(pair => AnswerTexts.Raw(pair.Value).Select(value => KeyValuePair.Create(pair.Key,
            (string?)value))))
        .ToUriComponent();
}
