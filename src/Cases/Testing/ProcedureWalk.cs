using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Walks through the table of a procedure without a case: stage, clocks and documents, act by act.</summary>
internal sealed class ProcedureWalk
{
    private static readonly CelEnvironment Names =
        RuleLanguage.Standard.Declare("case", CelType.Map(CelType.String, CelType.Dyn));

    private readonly Procedure procedure;
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);
    private readonly CelValue[] known;
    private string before;

    public ProcedureWalk(Procedure procedure, IEnumerable<string> late)
    {
        this.procedure = procedure;
        var clocks = CelList.From(late.Select(CelValue.Of));
        known = [CelValue.Of(CelMap.From([KeyValuePair.Create("late", CelValue.Of(clocks))]))];
        before = Stage = procedure.Start;
        Become(procedure.Opens);
    }

    public string Stage { get; private set; }

    public HashSet<string> Running { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Standing { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>What may be done in the stage reached.</summary>
    public IEnumerable<string> Open => procedure.Acts.Where(IsOpen).Select(act => act.Id);

    /// <summary>Performs an act; false when the table does not allow it here.</summary>
    public bool Take(string id)
    {
        if (procedure.Find(id) is not { } act || !IsOpen(act))
        {
            return false;
        }

        times[id] = times.GetValueOrDefault(id) + 1;
        Become(act.Effects);
        var to = act.OnStep ? procedure.Stage(Stage).Then : act.To;
        if (to is not null)
        {
            (before, Stage) = (Stage, to == Act.Back ? before : to);
        }

        return true;
    }

    private bool IsOpen(Act act) =>
        act.From.Contains(Stage) && (act.MostTimes is not { } most || times.GetValueOrDefault(act.Id) < most)
        && !act.Needs.Any(IsUnmet);

    // What a test does not say of the case cannot be asked here, and hinders nobody.
    private bool IsUnmet(Need need) =>
        need.That.Compile(Names).TryGet(out var rule, out _)
        && rule.Run(known).Value is { Kind: CelKind.Bool, AsBool: false };

    private void Become(Effects effects)
    {
        foreach (var pause in effects.Pause.Where(pause => Running.Remove(pause.Clock)))
        {
            Standing.Add(pause.Clock);
        }

        foreach (var clock in effects.Resume.Where(Standing.Remove))
        {
            Running.Add(clock);
        }

        Running.ExceptWith(effects.Stop);
        Standing.ExceptWith(effects.Stop);
        Running.UnionWith(effects.Start.Select(start => start.Clock));
        Documents.UnionWith(effects.Documents);
    }
}
