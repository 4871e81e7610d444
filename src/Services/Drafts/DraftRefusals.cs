using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Every refusal about drafts on one page.</summary>
internal static class DraftRefusals
{
    public static Refusal Unknown() => new(RefusalKind.NotFound, "draft.unknown", "There is no such draft.");

    public static Refusal Exists() => new(RefusalKind.Conflict, "draft.exists", "The draft was begun before.");

    public static Refusal Closed() => new(RefusalKind.Conflict, "draft.closed", "The draft was sent or thrown away.");

    public static Refusal SignIn() => new(RefusalKind.Unauthenticated, "draft.sign_in", "Sign in to apply.");

    public static Refusal NotYours() =>
        new(RefusalKind.Forbidden, "draft.not_yours", "You cannot begin an application for this person.");

    public static Refusal NoItem(string item) =>
        new(RefusalKind.NotFound, "draft.no_item", "No such item is in force today.")
        {
            Values = ImmutableDictionary<string, string>.Empty.Add("item", item.Length <= 60 ? item : item[..60]),
        };

    public static Refusal Area() => new(RefusalKind.Invalid, "case.area", "The city has no such division.");

    public static Refusal NoArea() => new(RefusalKind.Invalid, "draft.no_area", "Say where the matter belongs.");

    public static Refusal Answers(ImmutableArray<Fault> faults) =>
        new(RefusalKind.Invalid, "act.answers", "Some answers need mending.") { Faults = faults };

    public static Refusal NoPaper(string rule) =>
        new(RefusalKind.Invalid, "papers.unknown", "No such paper is asked for.")
        {
            Values = ImmutableDictionary<string, string>.Empty.Add("paper", rule.Length <= 60 ? rule : rule[..60]),
        };

    public static Refusal TooManyPapers() =>
        new(RefusalKind.TooLarge, "papers.too_many", "The draft holds as many papers as it may.");

    public static Refusal NoContent() =>
        new(RefusalKind.Invalid, "papers.no_content", "Only at a window can a paper be recorded without its content.");

    public static Refusal Missing(ImmutableArray<Fault> faults) =>
        new(RefusalKind.Conflict, "draft.papers_missing", "Required papers are missing.") { Faults = faults };
}
