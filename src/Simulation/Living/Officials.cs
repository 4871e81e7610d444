using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Simulation;

/// <summary>The officers of the demo with the duties they hold, found by whose turn it is.</summary>
internal sealed class Officials
{
    private readonly Actor[] officers;

    private Officials(Actor[] officers) => this.officers = officers;

    public static async Task<Officials> OfAsync(Town town)
    {
        var found = new List<Actor>();
        foreach (var officer in town.Packs.Get(DemoKinds.Officer).All)
        {
            if ((await town.Actors.OfAsync($"officer/{officer.Id}")).TryGet(out var actor, out _)
                && actor.Kind == ActorKind.Officer)
            {
                found.Add(actor);
            }
        }

        return new([.. found]);
    }

    /// <summary>Whoever might do the next thing: the party whose turn it is, then officers at its desks; rarely the
    /// head.</summary>
    public IEnumerable<Actor> For(Case state, Random chance)
    {
        if (state.Desk is { } party && state.Parties.TryGetValue(party, out var holder))
        {
            yield return new Actor(holder, ActorKind.Resident, []);
            yield break;
        }

        if (chance.Next(10) == 0 && Who("agency-head", state.Agency, state.Area, chance) is { } head)
        {
            yield return head;
        }

        if (state.Desk is { } desk && Who(desk, state.Agency, state.Area, chance) is { } worker)
        {
            yield return worker;
        }

        foreach (var step in state.Plan.Where(step => step.IsOpen(state.Plan)))
        {
            if (Who(step.Role, step.Agency ?? state.Agency, state.Area, chance) is { } reviewer)
            {
                yield return reviewer;
            }
        }
    }

    private Actor? Who(string role, string agency, string area, Random chance)
    {
        var found = officers.Where(officer => officer.Holds(role, agency, area)).ToArray();
        return found.Length == 0 ? null : found[chance.Next(found.Length)];
    }
}
