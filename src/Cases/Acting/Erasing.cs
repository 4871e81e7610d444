using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Cases;

/// <summary>The order an act gives that the data of the first party be forgotten; null: it gives none.</summary>
internal readonly record struct Erasing(ErasureOrdered? Order)
{
    private const string All = "all";

    /// <summary>Works the order out. Refuses <c>act.rule</c> where the rule gives no list of texts, and
    /// <c>act.erase_running</c> while another case of the party needs what would be forgotten (PIPL art. 47: the
    /// purpose
    /// must have ended).</summary>
    public static Outcome<Erasing> Of(Acting acting, Asked asked)
    {
        if (acting.Act.Effects.Erase is not { } rule)
        {
            return default(Erasing);
        }

        if (asked.Value(rule) is not { ValueKind: JsonValueKind.Array } given
            || given.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.String))
        {
            return Refusals.Rule("erase");
        }

        ImmutableArray<string> purposes = [.. given.EnumerateArray().Select(one => one.GetString()!)];
        if (purposes.IsEmpty)
        {
            return default(Erasing);
        }

        if (acting.Request.StillRuns is { } running)
        {
            return Refusals.EraseRunning(running);
        }

        var (state, rules) = (acting.State, acting.Rules);
        return state.Parties.TryGetValue(rules.Procedure.Parties[0], out var subject)
            ? new Erasing(new ErasureOrdered(subject, purposes.Contains(All) ? [] : purposes, state.Number))
            : Refusals.Rule("erase");
    }
}
