using System.Collections.Immutable;
using System.Globalization;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Pages.Items;

/// <summary>The facts every guide states.</summary>
internal static class GuideFacts
{
    /// <summary>Who handles it, how often one must come, what it costs, what comes out of it.</summary>
    public static ImmutableArray<RowView> Of(Item item, City city, Visit visit)
    {
        var words = visit.Words;
        var by = item.Agency is { } named ? city.FindAgency(named)?.Name
            : item.Function is { } function ? city.FindFunction(function)?.Name
            : null;
        return
        [
            .. by is null ? [] : new[] { new RowView(words["fact.agency"], visit.Say(by)) },
            new(words["fact.visits"], Visits(item, visit)),
            new(words["fact.fee"], Fee(item, visit)) { Invented = item.Demo.Contains("fees.amount") },
            new(words["fact.result"], visit.Say(item.Result.Name)),
            new(words["fact.audience"], string.Join(
                words["list.comma"], item.Audience
                    .Select(one => words[$"audience.{one.ToString().ToLowerInvariant()}"]))),
            new(words["fact.mail"], words[item.Mail ? "field.yes" : "field.no"]),
            new(words["fact.code"], item.BasicCode) { Invented = item.Demo.Contains("basic-code") },
        ];
    }

    /// <summary>Where and when at a window, and whom to call.</summary>
    public static ImmutableArray<RowView> Contact(Item item, Visit visit)
    {
        var (window, phones) = (item.Demo.Contains("window"), item.Demo.Contains("phones"));
        return
        [
            new(visit.Words["fact.place"], visit.Say(item.Window.Place)) { Invented = window },
            new(visit.Words["fact.hours"], visit.Say(item.Window.Hours)) { Invented = window },
            new(visit.Words["fact.consult"], item.ConsultPhone) { Invented = phones },
            new(visit.Words["fact.complain"], item.ComplainPhone) { Invented = phones },
        ];
    }

    private static string Visits(Item item, Visit visit) => item.Visits == 0
        ? visit.Words[item.Online == OnlineDepth.Full ? "visits.none-online" : "visits.none"]
        : visit.Words.Say("visits.some", ("n", item.Visits), ("why", item.VisitReason is { } why ? visit.Say(why)
            : ""));

    private static string Fee(Item item, Visit visit) => item.Fee is { } fee
        ? visit.Words.Say("fee.some", ("amount", fee.Amount.ToString("0.##", CultureInfo.InvariantCulture)),
            ("currency", fee.Currency))
        : visit.Words["fee.none"];
}
