using System.Collections.Immutable;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Papers;

/// <summary>Tells anybody whether a document is genuine, by the code it carries; never anything personal.</summary>
internal static class ShowCheck
{
    private const int LongestCode = 64;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/check", (Visit visit, DocumentPress press, string? code) => Show(code, visit, press))
            .Admits(Access.Public);
        pages.MapGet("/check/{code}", (string code, Visit visit, DocumentPress press) => Show(code, visit, press))
            .Admits(Access.Public);
    }

    private static async Task<IResult> Show(string? code, Visit visit, DocumentPress press)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return Draw.Page<CheckedPage>(visit, new CheckedView(Code: null, Genuine: null, []));
        }

        var asked = code.Trim();
        if (asked.Length > LongestCode)
        {
            return Draw.Page<CheckedPage>(visit, new CheckedView(asked[..LongestCode], Genuine: null, []));
        }

        return (await press.CheckAsync(asked)).TryGet(out var found, out var refusal)
            ? Draw.Page<CheckedPage>(visit, new CheckedView(asked, Genuine(found.Verdict), Rows(found, visit)))
            : refusal.ToResult();
    }

    private static bool? Genuine(DocumentVerdict verdict) => verdict switch
    {
        DocumentVerdict.Genuine => true,
        DocumentVerdict.Altered => false,
        _ => null,
    };

    private static ImmutableArray<RowView> Rows(CheckedDocument found, Visit visit)
    {
        var words = visit.Words;
        var rows = ImmutableArray.CreateBuilder<RowView>();
        Row(words["checked.row.title"], found.Title is { } title ? visit.Say(title) : null);
        Row(words["checked.row.number"], found.Number is { } number ? visit.Say(number) : null);
        Row(words["checked.row.agency"], found.Agency is { } agency ? visit.Say(agency) : null);
        Row(words["checked.row.date"], found.Date is { } day ? words.Long(day) : null);
        Row(words["checked.row.case"], found.CaseNumber);
        return rows.ToImmutable();

        void Row(string key, string? value)
        {
            if (value is not null)
            {
                rows.Add(new(key, value));
            }
        }
    }
}
