using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Shows the official documents of a case.</summary>
internal static class Papers
{
    /// <summary>The documents, newest first.</summary>
    public static ImmutableArray<PaperRowView> Of(Case state, CaseRules rules, Visit visit) =>
    [
        .. state.Documents.Reverse().Select(paper =>
        {
            var head = DocumentHead.Of(rules, paper, visit.Words.Language);
            return new PaperRowView(Href(paper), head.Title, head.Number, visit.Local(paper.At).Date);
        }),
    ];

    /// <summary>The link to one.</summary>
    public static Link To(IssuedDocument paper, CaseRules rules, Visit visit) =>
        new(Href(paper), DocumentHead.Of(rules, paper, visit.Words.Language).Title);

    private static string Href(IssuedDocument paper) => $"/documents/{paper.Id}";
}
