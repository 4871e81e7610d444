using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Pages.Drafts;

/// <summary>What the pages of an application stand on: the draft, and what it asks now.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Pages">What it asks.</param>
/// <param name="Answers">Its answers, personal ones too: it is shown to whoever fills it in.</param>
/// <param name="City">The city.</param>
/// <param name="Book">The rules.</param>
internal sealed record DraftGround(
    Draft Draft, DraftPages Pages, ImmutableDictionary<string, JsonElement> Answers, City City, Rulebook Book)
{
    /// <summary>The page that asks for the place below the district; no question of an item is called so.</summary>
    public const string TownPage = "place-below";

    /// <summary>The page of the materials.</summary>
    public const string Materials = "materials";

    /// <summary>The page that shows everything before it is sent.</summary>
    public const string Check = "check";

    /// <summary>Whether an officer fills it in at a window.</summary>
    public bool Intake => Draft.Officer is not null;

    /// <summary>The places below the district that was chosen.</summary>
    public ImmutableArray<Division> Towns => Draft.Area is { } area
        ? Districts.Below(City, Districts.Of(City, area))
        : [];

    /// <summary>Whether the place must still be told below the district: bodies there do what is asked for.</summary>
    public bool LacksTown => Pages.Item.Level >= ExerciseLevel.Township
        && Towns is { Length: > 0 } towns && towns.All(town => town.Code != Draft.Area);

    /// <summary>The first question that needs an answer and has none; null when all are answered.</summary>
    public string? Open => Draft.Area is not null && LacksTown ? TownPage : Pages.Next;

    /// <summary>The questions in order: the district, the place below it, those of the item.</summary>
    public ImmutableArray<string> Questions =>
    [
        DraftPages.PlacePage, .. Towns.Length > 0 ? new[] { TownPage } : [], .. Pages.Fields.Select(one => one.Name),
    ];

    /// <summary>The pages in order: each question, the materials when any are wanted, the check.</summary>
    public ImmutableArray<string> Order =>
    [
        .. Questions,
        .. Pages.Papers.Length > 0 ? new[] { Materials } : [],
        Check,
    ];

    /// <summary>The address of a page.</summary>
    public string Href(string page) => $"{(Intake ? "/desk/intake" : "/drafts")}/{Draft.Key}/{page}";

    /// <summary>The page after one: the next in order, or the check when that is where the reader came from.</summary>
    public string After(string page, bool toCheck) =>
        toCheck && page == DraftPages.PlacePage && Towns.Length > 0 ? TownPage
        : toCheck ? Open ?? Check
        : Order[Math.Clamp(Order.IndexOf(page) + 1, 0, Order.Length - 1)];

    /// <summary>The link to the page before one; null on the first.</summary>
    public Link? Before(string page, Visit visit) => Order.IndexOf(page) is var at && at > 0
        ? new Link(Href(Order[at - 1]), visit.Words["draft.back"])
        : null;

    /// <summary>The fields as they are asked.</summary>
    public Fields Fields(Visit visit) => new(new Choices(City, [], Draft.Area), Book, visit);
}

/// <summary>Finds what the pages of an application stand on.</summary>
/// <param name="drafts">The drafts.</param>
/// <param name="answers">Opens their answers, once it is written down who looks.</param>
/// <param name="city">The city.</param>
/// <param name="book">The rules.</param>
internal sealed class DraftGrounds(DraftDesk drafts, DraftAnswers answers, City city, Rulebook book)
{
    /// <summary>The ground, for whoever may fill the draft in; else <c>draft.unknown</c> or
    /// <c>draft.closed</c>.</summary>
    public async Task<Outcome<DraftGround>> FindAsync(string id, Caller caller, CancellationToken ct)
    {
        if (!(await drafts.ReadAsync(id, caller.Actor)).TryGet(out var draft, out var refusal)
            || !(await answers.OpenAsync(draft, caller.Actor, ct)).TryGet(out var opened, out refusal))
        {
            return refusal;
        }

        return draft.IsOpen
            ? new DraftGround(draft, drafts.Pages(draft, caller.Actor), opened, city, book)
            : new Refusal(RefusalKind.Gone, "draft.closed", "The draft was sent or thrown away.");
    }
}
