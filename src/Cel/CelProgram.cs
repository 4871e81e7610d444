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
        IReadOnlyList<string> names, IReadOnlyList<string> reads, CelZones zones)
    {
        (Source, Type, _root, _places, _zones) = (source, type, root, places, zones);
        (Slots, Names, Reads) = (slots, names, reads);
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

    /// <summary>Evaluates with values by slot. Fewer values than it reads count as values not given.</summary>
    /// <param name="slots">The values, each of its variable's declared type.</param>
    /// <param name="budget">What it may use; <see cref="CelBudget.Default"/> when null.</param>
    public CelResult Run(ReadOnlySpan<CelValue> slots, CelBudget? budget = null)
    {
        if (slots.Length < _slots)
        {
            var all = new CelValue[_slots];
            slots.CopyTo(all);
            slots = all;
        }

        var run = new Run(slots, _places == 0 ? [] : new CelValue[_places], budget ?? CelBudget.Default, _zones);
        return new CelResult(_root.Eval(ref run));
    }

    /// <summary>Evaluates with the values of a frame.</summary>
    public CelResult Run(CelFrame frame, CelBudget? budget = null) => Run(frame.Values, budget);

    /// <summary>Evaluates an expression that reads no variable.</summary>
    public CelResult Run(CelBudget? budget = null) => Run([], budget);
}
