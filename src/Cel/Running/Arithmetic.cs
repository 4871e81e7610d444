using Heluo.Cel.Reading;

namespace Heluo.Cel.Running;

/// <summary>A binary operator on numbers; time, text and lists are handled beside.</summary>
internal sealed class ArithmeticNode(string function, Node left, Node right) : Node
{
    private readonly string _sign = Operators.Sign(function);

    public override CelValue Eval(ref Run run)
    {
        var one = left.Eval(ref run);
        if (one.IsError) return one;
        var two = right.Eval(ref run);
        if (two.IsError) return two;
        return (one.Kind, two.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => Int(one.AsInt, two.AsInt),
            (CelKind.Double, CelKind.Double) => Double(one.AsDouble, two.AsDouble, one, two),
            (CelKind.Uint, CelKind.Uint) => Uint(one.AsUint, two.AsUint),
            _ => Joining.Join(ref run, function, one, two) is { Kind: not CelKind.None } joined
                ? Placed(joined)
                : NoOverload(_sign, one, two),
        };
    }

    private CelValue Int(long one, long two)
    {
        long result;
        bool fits;
        switch (function)
        {
            case Operators.Add: fits = Exact.Add(one, two, out result); break;
            case Operators.Subtract: fits = Exact.Subtract(one, two, out result); break;
            case Operators.Multiply: fits = Exact.Multiply(one, two, out result); break;
            default:
                if (two == 0) return ByZero();
                fits = two != -1 || one != long.MinValue;
                result = !fits ? 0 : function == Operators.Divide ? one / two : one % two;
                break;
        }

        return fits ? CelValue.Of(result) : Overflow();
    }

    private CelValue Uint(ulong one, ulong two)
    {
        if (function is Operators.Divide or Operators.Modulo)
        {
            if (two == 0) return ByZero();
            return CelValue.Of(function == Operators.Divide ? one / two : one % two);
        }

        Int128 result = function switch
        {
            Operators.Add => (Int128)one + two,
            Operators.Subtract => (Int128)one - two,
            _ => Math.BigMul(one, two, out var low) == 0 ? low : -1,
        };
        return result < 0 || result > ulong.MaxValue ? Overflow() : CelValue.Of((ulong)result);
    }

    private CelValue Double(double one, double two, in CelValue left, in CelValue right) => function switch
    {
        Operators.Add => one + two,
        Operators.Subtract => one - two,
        Operators.Multiply => one * two,
        Operators.Divide => one / two,
        _ => NoOverload(_sign, left, right),
    };

    private CelValue Placed(in CelValue value) =>
        value.IsError ? CelValue.Fail(value.AsError with { At = At }) : value;

    private CelValue ByZero() => Fail(
        CelCodes.DivideByZero, function == Operators.Divide ? "Divide by zero" : "Modulus by zero");

    private CelValue Overflow() => Fail(CelCodes.Range, $"Overflow: the result of {_sign} does not fit 64 bits");
}

internal sealed class NegateNode(Node operand) : Node
{
    public override CelValue Eval(ref Run run)
    {
        var value = operand.Eval(ref run);
        return value.Kind switch
        {
            CelKind.Error => value,
            CelKind.Double => -value.AsDouble,
            CelKind.Int when value.AsInt != long.MinValue => -value.AsInt,
            CelKind.Int => Fail(CelCodes.Range, "Overflow: the result of - does not fit 64 bits"),
            _ => NoOverload("-", value),
        };
    }
}
