using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Says what will follow from an act before it is performed: stages, clocks, documents, who is told.</summary>
internal static class Following
{
    /// <summary>One sentence for each thing that follows.</summary>
    public static ImmutableArray<string> Of(Act act, Case state, Procedure procedure, Visit visit)
    {
        var (words, effects) = (visit.Words, act.Effects);
        string Clock(string id) => procedure.Clocks.TryGetValue(id, out var clock) ? visit.Say(clock.Name) : id;
        string Clocks(IEnumerable<string> ids) => string.Join(words["list.comma"], ids
            .Distinct(StringComparer.Ordinal).Select(Clock));
        bool Runs(string id) => state.Clock(id) is { Runs: true };
        var said = ImmutableArray.CreateBuilder<string>();
        void Say(string key, IEnumerable<string> ids)
        {
            if (Clocks(ids) is { Length: > 0 } clocks)
            {
                said.Add(words.Say(key, ("clocks", clocks)));
            }
        }

        if (act.To is { } to && to != Act.Back)
        {
            said.Add(words.Say("follows.stage", ("stage", visit.Say(procedure.Stage(to).Name))));
        }

        Say("follows.start", effects.Start.Select(start => start.Clock));
        Say("follows.stop", effects.Stop.Where(Runs));
        Say("follows.pause", effects.Pause.Select(pause => pause.Clock).Where(Runs));
        Say("follows.resume", effects.Resume.Where(Runs));
        Say("follows.extend", effects.Extend.Select(extend => extend.Clock));
        if (effects.Documents.Length > 0)
        {
            said.Add(words.Say("follows.documents", ("n", effects.Documents.Length)));
        }

        if (effects.Notices.Length > 0)
        {
            said.Add(words["follows.notices"]);
        }

        return said.ToImmutable();
    }
}
