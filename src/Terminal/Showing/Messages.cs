using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Gathers what a person was told of their cases. It stands in the facts of each case and nowhere else, so
/// only the cases that matter most are read.</summary>
/// <param name="desk">The cases.</param>
/// <param name="timeline">What happened to them.</param>
internal sealed class Messages(CaseDesk desk, Timeline timeline)
{
    private const int MostCases = 20;
    private const int Most = 30;

    /// <summary>The messages, newest first: of running cases and of those that began last.</summary>
    public async Task<ImmutableArray<MessageView>> OfAsync(
        Actor actor, ImmutableArray<Urgent> running, ImmutableArray<CaseRow> all, Visit visit, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<MessageView>();
        var waits = running.Where(one => one.Waits).Select(one => one.Row.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in running.Select(one => one.Row).Concat(all).DistinctBy(row => row.Key).Take(MostCases))
        {
            if ((await desk.ReadAsync(row.Number, actor, ct)).TryGet(out var state, out _)
                && (await timeline.ReadAsync(state, ct)).TryGet(out var history, out _))
            {
                found.AddRange(Of(state, row, history, actor, waits.Contains(row.Key), visit));
            }
        }

        return [.. found.OrderByDescending(one => one.At).Take(Most)];
    }

    private IEnumerable<MessageView> Of(
        Case state, CaseRow row, ImmutableArray<TimelineEntry> history, Actor actor, bool waits, Visit visit)
    {
        var rules = desk.Rules(state);
        bool IsTheirs(Notice notice) => state.Parties.GetValueOrDefault(notice.To) == actor.Subject;
        var told = history.Where(entry => entry.Notices.Any(IsTheirs)).ToArray();
        return told.Select(entry => new MessageView(
            visit.Local(entry.At),
            Says(entry, rules, visit),
            visit.Say(state.Title),
            new Link($"/my/cases/{state.Number}", state.Number))
        {
            Paper = entry.Documents is [var paper, ..] ? Papers.To(paper, rules, visit) : null,
            // What the last of them asks for is still to be done as long as the case waits.
            Todo = waits && entry == told[^1] ? Todo(row, visit) : null,
        });
    }

    private static string Says(TimelineEntry entry, CaseRules rules, Visit visit) =>
        visit.Words.Find($"told.{entry.Notices[0].Template}")
        ?? visit.Say(entry.Name ?? rules.Procedure.Stage(rules.Procedure.Start).Name);

    private string Todo(CaseRow row, Visit visit) => desk.Read(row) is { Due: { Paused: false } due }
        ? visit.Words.Say("message.todo-by", ("date", visit.Words.Long(due.Date)))
        : visit.Words["message.todo"];
}
