using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Shows the official documents of a case.</summary>
internal static class Papers
{
    /// <summary>The documents, newest first.</summary>
    public static ImmutableArray<PaperRowView> Of(Case state, Visit visit) =>
    [
        .. state.Documents.Reverse().Select(paper => new PaperRowView(
            $"/documents/{paper.Id}", paper.Number, paper.Number, visit.Local(paper.At).Date)),
    ];
}
