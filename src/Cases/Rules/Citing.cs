using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>An article of a law, as a reader is shown it.</summary>
/// <param name="Law">Name of the law.</param>
/// <param name="Number">Number of the article.</param>
/// <param name="Text">What it says, in brief.</param>
public sealed record Citation(Localized Law, string Number, Localized Text);

/// <summary>Finds what a definition cites.</summary>
public static class Citing
{
    /// <summary>The article behind <c>some-law/42</c>; null when the pack of today does not hold it.</summary>
    public static Citation? Cite(this Rulebook book, string article)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(article);
        var slash = article.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && book.Current.Get(Law.Kind).Find(article[..slash]) is { } law
            && law.Find(article[(slash + 1)..]) is { } found
                ? new(law.Name, found.Number, found.Text)
                : null;
    }
}
