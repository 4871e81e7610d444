using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Services;

/// <summary>What a draft asks now: the questions that its answers leave open, in order, and the papers they call
/// for.</summary>
/// <param name="Item">The item.</param>
/// <param name="Fields">The questions asked, answered or not.</param>
/// <param name="Papers">The papers wanted, with what was given.</param>
/// <param name="Next">The first question without an answer that needs one; null: all are answered.</param>
public sealed record DraftPages(
    Item Item, ImmutableArray<Field> Fields, ImmutableArray<WantedPaper> Papers, string? Next)
{
    /// <summary>Name of the page that asks where the matter belongs; asked before every other.</summary>
    public const string PlacePage = "place";

    internal static DraftPages Of(Draft draft, Rulebook book, Actor actor, Instant now)
    {
        var item = DraftForm.ItemOf(book, draft)
            ?? throw new InvalidOperationException($"The item {draft.Item} of draft {draft.Key} is not in the pack.");
        var asked = new Conditions(book, item, actor, now).Answering(draft.Answers);
        ImmutableArray<Field> fields = [.. item.Form.Where(field => field.When is null || asked.Holds(field.When))];
        var papers = item.Papers.Where(paper => paper.When is null || asked.Holds(paper.When))
            .Select(paper => new WantedPaper(
                paper,
                item.Materials.First(material => material.Rule.Id == paper.Id),
                [.. draft.Papers.Where(given => given.Rule == paper.Id)]));
        var open = draft.Area is null
            ? PlacePage
            : fields.FirstOrDefault(field => field.Required
                && !draft.Answers.ContainsKey(field.Name) && !draft.Personal.ContainsKey(field.Name))?.Name;
        return new(item, fields, [.. papers], open);
    }
}

/// <summary>A paper wanted, and what was given for it.</summary>
public sealed record WantedPaper(PaperRule Rule, Material Material, ImmutableArray<DraftPaper> Given);
