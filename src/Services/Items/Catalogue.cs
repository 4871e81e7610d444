using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Services;

/// <summary>The items in force today: to list, to find, to search. Derived from the pack; a new pack or day gives a new
/// one.</summary>
/// <param name="book">The pack of today.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class Catalogue(Rulebook book, TimeProvider clock)
{
    private volatile Shelf? shelf;

    /// <summary>Every item in force today, by theme and id.</summary>
    public ImmutableArray<Item> All => Today().Items;

    /// <summary>The item with an id, as in force today; null when there is none.</summary>
    public Item? Find(string id) =>
        book.Current.Get(ItemKind.Kind).Find(id)?.On(book.City.DayAt(clock.Now()))?.Value;

    /// <summary>The items that words find, the best first. Words may be everyday words, parts of a name, or the first
    /// letters of its pinyin.</summary>
    /// <param name="words">At most <see cref="CatalogueSearch.LongestQuery"/> characters are looked at.</param>
    /// <param name="most">How many at most; 1 to 50.</param>
    public ImmutableArray<Item> Search(string words, int most = 20) => Today().Index.Find(words, most);

    /// <summary>The whole guide of an item; null when it is not in force today.</summary>
    public ItemGuide? Guide(string id)
    {
        if (Find(id) is not { } item)
        {
            return null;
        }

        var (set, day) = (book.Current, book.City.DayAt(clock.Now()));
        var proof = ItemPath.Of(set, item, day);
        return ItemGuide.Of(item, proof, GuideSteps.Of(set, item, proof, day));
    }

    private Shelf Today()
    {
        var (set, day) = (book.Current, book.City.DayAt(clock.Now()));
        var known = shelf;
        if (known is null || known.Day != day || known.Pack != set.Hash)
        {
            ImmutableArray<Item> items =
            [
                .. set.Get(ItemKind.Kind).All.Select(item => item.On(day)?.Value).OfType<Item>()
                    .OrderBy(item => item.Theme.ToString(), StringComparer.Ordinal)
                    .ThenBy(item => item.Id, StringComparer.Ordinal),
            ];
            shelf = known = new Shelf(set.Hash, day, items, CatalogueSearch.Of(items, book.City));
        }

        return known;
    }

    private sealed record Shelf(string Pack, LocalDate Day, ImmutableArray<Item> Items, CatalogueSearch Index);
}
