using Heluo.Cases;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Says which article something rests on.</summary>
internal static class Citations
{
    /// <summary>The article in words; its id when the pack does not hold it.</summary>
    public static string Of(Rulebook book, string article, Visit visit) => book.Cite(article) is { } cited
        ? visit.Words.Say("law.article", ("law", visit.Say(cited.Law)), ("article", cited.Number))
        : article;
}
