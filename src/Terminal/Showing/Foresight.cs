using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Services;
using Heluo.Terminal.Speaking;
using NodaTime;

namespace Heluo.Terminal.Showing;

/// <summary>Says what is promised, and by which day if it were accepted now.</summary>
internal static class Foresight
{
    /// <summary>The sentence.</summary>
    public static string Of(Item item, string area, string agency, Rulebook book, Visit visit, Instant now)
    {
        var words = visit.Words;
        if (item.Kind == ItemKindOfCase.Instant)
        {
            return words["foresight.instant"];
        }

        var due = new LimitClock(item.Promise, now).Due(book.Calendar(area, agency), now);
        return words.Say(
            due.Provisional ? "foresight.provisional" : "foresight.day",
            ("limit", words.Of(item.Promise)),
            ("date", words.Long(due.Date)));
    }
}
