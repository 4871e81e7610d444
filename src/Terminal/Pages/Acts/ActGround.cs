using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Http;

namespace Heluo.Terminal.Pages.Acts;

/// <summary>What the page of an act stands on: the case as it is, and the act that is allowed on it.</summary>
internal sealed record ActGround(
    Case State, CaseRules Rules, AllowedAct Allowed, Rulebook Book, Choices Choices, string Front, bool Desk)
{
    /// <summary>The papers wanted for the answers of the case.</summary>
    public ImmutableArray<PaperRule> Wanted { get; init; } = [];

    /// <summary>What the last notice asked for.</summary>
    public ImmutableArray<string> Points { get; init; } = [];

    /// <summary>Whose the case is.</summary>
    public string Subject => State.Parties.GetValueOrDefault(Rules.Procedure.Parties[0], "");

    /// <summary>Where the act is posted.</summary>
    public string Href => $"{Front}/{State.Number}/acts/{Allowed.Act.Id}" + Query;

    private string Query => Allowed.Step is { } step ? $"?step={Uri.EscapeDataString(step)}" : "";

    /// <summary>The sentence of a refusal: that of a need is the pack's own.</summary>
    public string Say(Refusal refusal, Visit visit) =>
        Allowed.Act.Needs.FirstOrDefault(need => need.Code == refusal.Code) is { } need
            ? visit.Say(need.Say)
            : visit.Words.Of(refusal);
}

/// <summary>Finds what the page of an act stands on.</summary>
/// <param name="desk">The cases.</param>
/// <param name="book">Their rules.</param>
/// <param name="city">The city.</param>
/// <param name="colleagues">The officers who can be named.</param>
/// <param name="timeline">What was asked for before.</param>
/// <param name="clock">The clock of the house.</param>
internal sealed class ActGrounds(
    CaseDesk desk, Rulebook book, City city, Colleagues colleagues, Timeline timeline, TimeProvider clock)
{
    /// <summary>The ground; or <c>case.unknown</c>, or why this actor may not do this now, as
    /// <see cref="CaseDesk.Refuse"/> says it.</summary>
    public async Task<Outcome<ActGround>> FindAsync(
        string number, string act, string? step, Actor actor, HttpContext context, CancellationToken ct)
    {
        if (!(await desk.ReadAsync(number, actor, ct)).TryGet(out var state, out var refusal))
        {
            return refusal;
        }

        var atDesk = context.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal);
        var allowed = desk.Allowed(state, actor).FirstOrDefault(one => one.Act.Id == act && one.Step == step);
        if (allowed is null)
        {
            return desk.Refuse(state, actor, act, step)
                ?? new Refusal(RefusalKind.Conflict, "act.not_now", "This act is not possible now.");
        }

        var rules = desk.Rules(state);
        var asked = rules.Ask(state, actor, clock.Now());
        var history = allowed.Act.TakesPapers ? await timeline.ReadAsync(state, ct)
            : ImmutableArray<TimelineEntry>.Empty;
        return new ActGround(
            state, rules, allowed, book, new Choices(city, Named(allowed, state), state.Area),
            atDesk ? "/desk/cases" : "/my/cases", atDesk)
        {
            Wanted = [.. rules.Subject.Papers.Where(paper => rules.Wants(paper, asked))],
            Points = history.TryGet(out var entries, out _) && IsAwaited(state, rules) ? History.Asked(entries) : [],
        };
    }

    private static bool IsAwaited(Case state, CaseRules rules) =>
        state.Desk is { } turn && rules.Procedure.Parties.Contains(turn);

    private ImmutableArray<Colleague> Named(AllowedAct allowed, Case state) =>
        allowed.Act.Form.Any(field => field.Type == FieldType.Officer) && allowed.Act.To is { } to && to != Act.Back
        && desk.Rules(state).Procedure.Stage(to).Desk is { } role
            ? colleagues.With(role, state.Agency, state.Area)
            : [];
}
