using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Shows leaves and lets an officer name who covers theirs.</summary>
internal static class CoverLeaves
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/desk/cover", Show).Admits(Access.Officer());
        pages.MapPost("/desk/cover", Cover).Admits(Access.Officer());
        pages.MapPost("/desk/cover/end", End).Admits(Access.Officer());
    }

    private static Task<IResult> Show(Visit visit, Caller caller, Leaves leaves) =>
        PageAsync(visit, caller, leaves, new Asked("", "", ""), refused: null);

    private static async Task<IResult> Cover(
        [FromForm] string? by, [FromForm] string? from, [FromForm] string? last, Visit visit, Caller caller,
            Leaves leaves,
        CancellationToken ct)
    {
        var asked = new Asked(by ?? "", from ?? "", last ?? "");
        var refused = asked.Faults() is { Length: > 0 } faults
            ? new Refusal(RefusalKind.Invalid, "act.answers", "Some answers need mending.") { Faults = faults }
            // The last day is asked, as people say it; the house counts to the first day that is no longer covered.
            : await leaves.CoverAsync(
                caller.Actor, asked.By, Day(asked.From)!.Value, Day(asked.Last)!.Value.PlusDays(1), caller.CommandId,
                    ct);
        return refused is null ? Draw.Go("/desk/cover") : await PageAsync(visit, caller, leaves, asked, refused);
    }

    private static async Task<IResult> End(
        [FromForm] string? no, Visit visit, Caller caller, Leaves leaves, CancellationToken ct)
    {
        var number = int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        return await leaves.EndAsync(caller.Actor, number, caller.CommandId, ct) is { } refused
            ? await PageAsync(visit, caller, leaves, new Asked("", "", ""), refused)
            : Draw.Go("/desk/cover");
    }

    private static async Task<IResult> PageAsync(Visit visit, Caller caller, Leaves leaves, Asked asked,
        Refusal? refused)
    {
        if (!(await leaves.OfAsync(caller.Actor)).TryGet(out var known, out var refusal))
        {
            return refusal.ToResult();
        }

        var others = await leaves.WhoCouldAsync(caller.Actor);
        var words = visit.Words;
        string? Wrong(string field) =>
            refused?.Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? words.Of(fault) : null;
        var view = new CoverView(
            [.. known.Select(leave => LeaveRowView.Of(leave, words))],
            others.Length == 0
                ? []
                :
                [
                    new("by", FieldKind.Choice, words["cover.by"])
                    {
                        Options = [.. others.Select(one => new OptionView(one.Id, one.Name))], Values = [asked.By],
                            Error = Wrong("by"),
                    },
                    new("from", FieldKind.Date, words["cover.from"]) { Values = [asked.From], Error = Wrong("from") },
                    new("last", FieldKind.Date, words["cover.last"]) { Values = [asked.Last],
                        Error = Wrong("last") ?? Wrong("to") },
                ],
            refused is { Faults.IsEmpty: true } ? words.Of(refused) : null);
        return Draw.Page<CoverPage>(visit, view, refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }

    private static LocalDate? Day(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    private sealed record Asked(string By, string From, string Last)
    {
        public ImmutableArray<Fault> Faults() =>
        [
            .. By.Length == 0 ? [Missing("by")] : Array.Empty<Fault>(),
            .. Day(From) is null ? [Missing("from")] : Array.Empty<Fault>(),
            .. Day(Last) is null ? [Missing("last")] : Array.Empty<Fault>(),
        ];

        private static Fault Missing(string field) => new(field, "answers.missing", "An answer is needed.");
    }
}
