using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Terminal.Pages.Audit;

/// <summary>Shows the audit administrator who looked at whose data: what stands out of the last day, or one person's,
/// officer's or case's log.</summary>
internal static class ShowAudit
{
    private const int PageSize = 50;
    private const int MostFlagged = 100;
    private const int YearsBack = 3;

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/desk/audit", ShowAsync).Admits(Access.Administrator(AdministratorKind.Audit));

    private static async Task<IResult> ShowAsync(
        Visit visit, LookAudit audit, Colleagues colleagues, TimeProvider clock, CancellationToken ct,
        string? by = null, string? q = null, long? before = null)
    {
        var query = q?.Trim() ?? "";
        by ??= KindOf(query);
        var view = new AuditView
        {
            By = by,
            Query = query,
            Years = [.. Enumerable.Range(0, YearsBack).Select(back => Year(visit.Now.Year - back))],
        };
        if (query.Length == 0)
        {
            return await FlaggedAsync(view, visit, audit, colleagues, clock, ct);
        }

        var read = await audit.FindAsync(
            by == "subject" ? query : null, by == "actor" ? query : null, by == "case" ? query : null, before,
            PageSize);
        return !read.TryGet(out var found, out var refusal)
            ? Draw.Page<AuditPage>(visit, view with { Fault = visit.Words.Of(refusal) })
            : Draw.Page<AuditPage>(visit, view with
            {
                Rows = [.. found.Select(one => Row(one, visit, colleagues))],
                Next = found.Length < PageSize ? null
                    : $"{Search(by!, query)}&before={found[^1].Look.Position.ToString(CultureInfo.InvariantCulture)}",
            });
    }

    private static async Task<IResult> FlaggedAsync(
        AuditView view, Visit visit, LookAudit audit, Colleagues colleagues, TimeProvider clock, CancellationToken ct)
    {
        var newest = new Queue<AuditedLook>();
        var now = clock.Now();
        var refusal = await audit.WalkAsync(
            now - Duration.FromDays(1), now + Duration.FromSeconds(1),
            one =>
            {
                if (!one.Flags.IsEmpty)
                {
                    newest.Enqueue(one);
                    if (newest.Count > MostFlagged)
                    {
                        newest.Dequeue();
                    }
                }

                return ValueTask.FromResult(true);
            },
            ct);
        return refusal?.ToResult() ?? Draw.Page<AuditPage>(
            visit, view with { By = null, Rows = [.. newest.Reverse().Select(one => Row(one, visit, colleagues))] });
    }

    private static AuditRowView Row(AuditedLook audited, Visit visit, Colleagues colleagues)
    {
        var (look, words) = (audited.Look, visit.Words);
        return new AuditRowView(
            visit.Local(look.At),
            new Link(
                Search("actor", look.Actor),
                colleagues.Find(look.Actor)?.Name is { } name ? $"{name} · {look.Actor}" : look.Actor),
            [.. look.Subjects.Select(subject => new Link(Search("subject", subject), subject))],
            string.Join(words["list.comma"], look.Fields),
            words.Find($"purpose.{look.Purpose}") ?? look.Purpose,
            look.Case is { } number ? new Link(Search("case", number), number) : null,
            [.. audited.Flags.Select(flag => words[flag == LookFlag.Bulk ? "audit.bulk" : "audit.no-case"])]);
    }

    // An id says by itself what it is of; whatever else is asked for is the number of a case.
    private static string KindOf(string query) => query.Split('/') switch
    {
        ["person" or "firm", _] => "subject",
        [_, _] => "actor",
        _ => "case",
    };

    private static string Search(string by, string query) => $"/desk/audit?by={by}&q={Uri.EscapeDataString(query)}";

    private static Link Year(int year) => new(
        FormattableString.Invariant($"/api/v1/looks/years/{year}"), year.ToString(CultureInfo.InvariantCulture));
}
