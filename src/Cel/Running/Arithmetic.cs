using Heluo.Cel.Reading;

namespace Heluo.Cel.Running;

/// <summary>A binary operator on numbers; time, text and lists are handled beside.</summary>
internal abstract class ArithmeticNode(string function, Node left, Node right) : Node
{
    private readonly string _sign = Operators.Sign(function);

    public sealed override CelValue Eval(ref Run run)
    {
        CelValue first = default, second = default;
        ref readonly var one = ref left.Peek(ref run, ref first);
        if (one.IsError) return one;
        ref readonly var two = ref right.Peek(ref run, ref second);
        if (two.IsError) return two;
        if (one.Kind == two.Kind)
        {
            if (one.Kind == CelKind.Int) return Of(one.RawInt, two.RawInt);
            if (one.Kind == CelKind.Double) return Of(one.AsDouble, two.AsDouble);
            if (one.Kind == CelKind.Uint) return Of(one.AsUint, two.AsUint);
        }

        var joined = Joining.Join(ref run, function, one, two);
        if (joined.Kind == CelKind.None) return NoOverload(_sign, one, two);
        return joined.IsError ? CelValue.Fail(joined.AsError with { At = At }) : joined;
    }

    protected abstract CelValue Of(long one, long two);

    protected abstract CelValue Of(ulong one, ulong two);

    protected abstract CelValue Of(double one, double two);

    protected CelValue Overflow() => Fail(CelCodes.Range, $"Overflow: the result of {_sign} does not fit 64 bits");
}

internal sealed class AddNode(Node left, Node right) : ArithmeticNode(Operators.Add, left, right)
{
    protected override CelValue Of(long one, long two) => Exact.Add(one, two, out var sum) ? sum : Overflow();

    protected override CelValue Of(ulong one, ulong two) =>
        one <= ulong.MaxValue - two ? CelValue.Of(one + two) : Overflow();

    protected override CelValue Of(double one, double two) => one + two;
}

internal sealed class SubtractNode(Node left, Node right) : ArithmeticNode(Operators.Subtract, left, right)
{
    protected override CelValue Of(long one, long two) => Exact.Subtract(one, two, out var rest) ? rest : Overflow();

    protected override CelValue Of(ulong one, ulong two) => one >= two ? CelValue.Of(one - two) : Overflow();

    protected override CelValue Of(double one, double two) => one - two;
}

internal sealed class MultiplyNode(Node left, Node right) : ArithmeticNode(Operators.Multiply, left, right)
{
    protected override CelValue Of(long one, long two) =>
        Exact.Multiply(one, two, out var product) ? product : Overflow();

    protected override CelValue Of(ulong one, ulong two) =>
        Math.BigMul(one, two, out var product) == 0 ? CelValue.Of(product) : Overflow();

    protected override CelValue Of(double one, double two) => one * two;
}

internal sealed class DivideNode(Node left, Node right) : ArithmeticNode(Operators.Divide, left, right)
{
    protected override CelValue Of(long one, long two)
    {
        if (two == 0) return ByZero();
        return one == long.MinValue && two == -1 ? Overflow() : one / two;
    }

    protected override CelValue Of(ulong one, ulong two) => two == 0 ? ByZero() : CelValue.Of(one / two);

    protected override CelValue Of(double one, double two) => one / two;

    private CelValue ByZero() => Fail(CelCodes.DivideByZero, "Divide by zero");
}

internal sealed class ModuloNode(Node left, Node right) : ArithmeticNode(Operators.Modulo, left, right)
{
    protected override CelValue Of(long one, long two)
    {
        if (two == 0) return ByZero();
        return one == long.MinValue && two == -1 ? Overflow() : one % two;
    }

    protected override CelValue Of(ulong one, ulong two) => two == 0 ? ByZero() : CelValue.Of(one % two);

    protected override CelValue Of(double one, double two) =>
        Fail(CelCodes.NoOverload, "No such overload: % does not take double and double");

    private CelValue ByZero() => Fail(CelCodes.DivideByZero, "Modulus by zero");
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
