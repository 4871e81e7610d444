using Heluo.Cel.Library;
using Heluo.Cel.Reading;

namespace Heluo.Cel.Checking;

/// <summary>Calls: which function is meant and which of its forms fit.</summary>
internal sealed partial class Checker
{
    private CelType VisitCall(CallExpr call)
    {
        if (call.Target is not null && Qualified(call.Target, out var isRooted) is { } prefix
            && Functions($"{prefix}.{call.Function}", isRooted) is { } qualified)
        {
            return Match(call, qualified, call.Arguments, hasReceiver: false);
        }

        Expr[] arguments = call.Target is null ? call.Arguments : [call.Target, .. call.Arguments];
        var name = call.Function.TrimStart('.');
        var overloads = call.Target is null
            ? Functions(name, call.Function.StartsWith('.'))
            : _environment.FindFunctions(name, isMethod: true);
        if (overloads is not null) return Match(call, overloads, arguments, call.Target is not null);

        foreach (var argument in arguments) Visit(argument);
        var full = call.Target is not null && Qualified(call.Target, out _) is { } path ? $"{path}.{name}" : name;
        return Unknown(CelCodes.UnknownFunction, $"Nobody declares the function '{name}'", call, full);
    }

    private Overload[]? Functions(string name, bool isRooted) => _environment.Candidates(name, isRooted)
        .Select(candidate => _environment.FindFunctions(candidate, isMethod: false))
        .FirstOrDefault(found => found is not null);

    private CelType Match(CallExpr call, Overload[] overloads, Expr[] arguments, bool hasReceiver)
    {
        var types = new CelType[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) types[i] = Visit(arguments[i]);
        var fits = overloads.Where(overload => overload.Parameters.Length == arguments.Length).ToArray();
        CelType? result = null;
        var matched = new List<Overload>(fits.Length);
        foreach (var overload in fits)
        {
            var (parameters, given) = Freshen(overload);
            if (!_types.Assign(types, parameters)) continue;
            matched.Add(overload);
            given = _types.Apply(given);
            result = result is null || result.Equals(given) ? given : CelType.Dyn;
        }

        if (result is not null)
        {
            _found.Bindings[call.Id] = new CallBinding(_lenient ? fits : [.. matched], hasReceiver);
            return result;
        }

        if (_lenient && fits.Length > 0)
        {
            _found.Bindings[call.Id] = new CallBinding(fits, hasReceiver);
            return CelType.Dyn;
        }

        var sign = Operators.Sign(call.Function);
        var code = _lenient ? CelCodes.NoOverload : CelCodes.Type;
        return Unknown(code, $"No such overload: {sign} does not take ({string.Join(", ", types.Select(Show))})", call);
    }

    private (CelType[] Parameters, CelType Result) Freshen(Overload overload)
    {
        if (!overload.IsGeneric) return (overload.Parameters, overload.Result);
        var renamed = new Dictionary<string, CelType>(StringComparer.Ordinal);
        var parameters = new CelType[overload.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++) parameters[i] = _types.Freshen(overload.Parameters[i], renamed);
        return (parameters, _types.Freshen(overload.Result, renamed));
    }
}
