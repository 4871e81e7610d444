using Heluo.Cel.Running;

namespace Heluo.Cel;

/// <summary>A compiled expression. It never changes and is safe for use by many threads.</summary>
public sealed class CelProgram
{
    private readonly Node _root;
    private readonly int _places;
    private readonly int _slots;
    private readonly CelZones _zones;

    internal CelProgram(string source, CelType type, Node root, int places, IReadOnlyList<int> slots,
        IReadOnlyList<string> names, IReadOnlyList<string> reads, IReadOnlyList<CelTerm> terms, CelZones zones)
    {
        (Source, Type, _root, _places, _zones) = (source, type, root, places, zones);
        (Slots, Names, Reads, Terms) = (slots, names, reads, terms);
        _slots = slots.Count == 0 ? 0 : slots[^1] + 1;
    }

    /// <summary>The text it was compiled from.</summary>
    public string Source { get; }

    /// <summary>The type of what it gives.</summary>
    public CelType Type { get; }

    /// <summary>The slots of the variables it reads, ascending.</summary>
    public IReadOnlyList<int> Slots { get; }

    /// <summary>The variables it reads, in the order of their slots.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The variables and the paths of fields it reads, such as <c>answers.area</c>, sorted.</summary>
    public IReadOnlyList<string> Reads { get; }

    /// <summary>The conditions that the expression joins by <c>&amp;&amp;</c>; the whole when it joins none.</summary>
    public IReadOnlyList<CelTerm> Terms { get; }

    /// <summary>Evaluates with values by slot. Fewer values than it reads count as values not given.</summary>
    /// <param name="slots">The values, each of its variable's declared type.</param>
    /// <param name="budget">What it may use; <see cref="CelBudget.Default"/> when null.</param>
    public CelResult Run(ReadOnlySpan<CelValue> slots, CelBudget? budget = null)
    {
        var run = Start(slots, budget);
        return new CelResult(_root.Eval(ref run));
    }

    /// <summary>Evaluates a condition and says which of its <see cref="Terms"/> is not met.</summary>
    /// <param name="slots">As for <see cref="Run(ReadOnlySpan{CelValue}, CelBudget?)"/>.</param>
    /// <param name="budget">What it may use; <see cref="CelBudget.Default"/> when null.</param>
    public CelJudgement Judge(ReadOnlySpan<CelValue> slots, CelBudget? budget = null)
    {
        var run = Start(slots, budget);
        var unmet = 0;
        var verdict = _root is LogicNode { IsAnd: true } logic ? logic.Judge(ref run, out unmet) : _root.Test(ref run);
        return new CelJudgement(
            verdict == Verdict.True, verdict == Verdict.True ? -1 : unmet, verdict == Verdict.Error ? run.Error : null);
    }

    /// <summary>Evaluates with the values of a frame.</summary>
    public CelResult Run(CelFrame frame, CelBudget? budget = null) => Run(frame.Values, budget);

    /// <summary>Evaluates an expression that reads no variable.</summary>
    public CelResult Run(CelBudget? budget = null) => Run([], budget);

    private Run Start(ReadOnlySpan<CelValue> slots, CelBudget? budget)
    {
        if (slots.Length < _slots)
        {
            var all = new CelValue[_slots];
            slots.CopyTo(all);
            slots = all;
        }

        return new Run(slots, _places == 0 ? [] : new CelValue[_places], budget ?? CelBudget.Default, _zones);
    }
}
