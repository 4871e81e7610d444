using System.Collections.Immutable;
using Heluo.Cases;

namespace Heluo.Services;

/// <summary>The item a draft is for, in the version it was begun under.</summary>
internal static class DraftForm
{
    public static Item? ItemOf(Rulebook book, Draft draft) =>
        book.Current.Get(ItemKind.Kind).Find(draft.Item)?.Find(draft.ItemVersion)?.Value;

    public static ImmutableArray<Field> Of(Rulebook book, Draft draft) => ItemOf(book, draft)?.Form ?? [];
}
