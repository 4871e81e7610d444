using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Acts;

/// <summary>Shows an act before it is performed: what it asks, and what will follow.</summary>
internal static class ShowAct
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/my/cases/{number}/acts/{act}", Show).Admits(Access.Resident);
        pages.MapGet("/desk/cases/{number}/acts/{act}", Show).Admits(Access.Officer());
    }

    /// <summary>The page of an act; with what was sent and refused when it is shown again.</summary>
    public static IResult Page(ActGround ground, Visit visit, string command, Sent? sent = null)
    {
        var (state, rules, allowed) = (ground.State, ground.Rules, ground.Allowed);
        var fields = new Fields(ground.Choices, ground.Book, visit);
        var view = new ActView
        {
            Name = Deeds.Name(allowed, state, rules, visit),
            Hint = allowed.Act.Hint is { } hint ? visit.Say(hint) : null,
            Title = visit.Say(state.Title),
            Number = state.Number,
            Action = ground.Href,
            Back = $"{ground.Front}/{state.Number}",
            Version = state.Version,
            Command = command,
            Points = ActExtras.Points(ground),
            Follows = Following.Of(allowed.Act, state, rules.Procedure, visit),
            Fields =
            [
                .. allowed.Act.Form.Select(field => fields.Of(
                    field,
                    sent?.Answers.GetValueOrDefault(field.Name) ?? default,
                    sent?.Refusal.Faults.FirstOrDefault(fault => fault.Field == field.Name))),
            ],
            Mends = ActExtras.Answers(ground, fields, sent),
            Materials = ActExtras.Papers(ground, visit, sent),
            Harm = allowed.Act.BreaksOff,
            Desk = ground.Desk,
            Whole = sent is { Refusal: { Faults.IsEmpty: true } refusal } ? ground.Say(refusal, visit) : null,
        };
        return Draw.Page<ActPage>(visit, view, sent is null ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Show(
        string number, string act, string? step, HttpContext context, Visit visit, Caller caller, ActGrounds grounds,
        CancellationToken ct) =>
        (await grounds.FindAsync(number, act, step, caller.Actor, context, ct)).TryGet(out var ground, out var refusal)
            ? Page(ground, visit, caller.CommandId)
            : refusal.ToResult();
}

/// <summary>What was sent and why it was refused.</summary>
/// <param name="Answers">The answers as they were read.</param>
/// <param name="Refusal">The refusal.</param>
internal sealed record Sent(ImmutableDictionary<string, JsonElement> Answers, Refusal Refusal);
