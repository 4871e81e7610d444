using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Heluo.Cel.Library;

namespace Heluo.Cel.Running;

/// <summary>A call of a function: the first form that takes the kinds at hand answers.</summary>
internal sealed class CallNode(string name, Overload[] overloads, Node[] arguments) : Node
{
    public override CelValue Eval(ref Run run)
    {
        if (arguments.Length > Few.Length) return Eval(ref run, new CelValue[arguments.Length]);
        var few = new Few();
        // Bodies keep no reference to their arguments, which the compiler cannot see.
        var values = MemoryMarshal.CreateSpan(ref Unsafe.As<Few, CelValue>(ref few), arguments.Length);
        return Eval(ref run, values);
    }

    private CelValue Eval(ref Run run, Span<CelValue> values)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Eval(ref run);
            if (values[i].IsError) return values[i];
        }

        foreach (var overload in overloads)
        {
            if (!overload.Takes(values)) continue;
            var result = overload.Body!(ref run, values);
            return result.IsError && result.AsError.At is null
                ? CelValue.Fail(result.AsError with { At = At })
                : result;
        }

        var kinds = new string[values.Length];
        for (var i = 0; i < kinds.Length; i++) kinds[i] = Kinds.Name(values[i]);
        return Fail(CelCodes.NoOverload, $"No such overload: {name} does not take ({string.Join(", ", kinds)})");
    }

    [InlineArray(Length)]
    private struct Few
    {
        public const int Length = 4;
        private CelValue _first;
    }
}
