using System.Text.Json;

namespace Heluo.Cel.Conformance;

/// <summary>One test: an expression, what it may name, and what it must give.</summary>
internal sealed class ConformanceTest(JsonElement json)
{
    /// <summary>Null when it passes; otherwise what was wanted and what came.</summary>
    public string? Run()
    {
        var environment = Declare(out var frame);
        var expected = Expected();
        var lenient = Flag("disableCheck");
        var compiled = environment.Compile(json.GetProperty("expr").GetString()!, expected: null, lenient);
        if (compiled.Program is not { } program) return Refused(compiled.Faults);
        if (DeducedType() is { } type && type.ToString() != program.Type.ToString())
        {
            return $"The type is {program.Type}, not {type}";
        }

        if (Flag("checkOnly")) return null;
        var result = program.Run(Values(environment, frame));
        if (expected is not { } value)
        {
            return result.Succeeded ? $"An error was wanted, {result} came" : null;
        }

        return ConformanceValues.Same(value, result.Value)
            || ConformanceValues.Same(TextForm.Decode(value), result.Value)
            ? null
            : $"{value} was wanted, {result} came";
    }

    private static string Refused(IReadOnlyList<CelFault> faults) =>
        faults.FirstOrDefault(fault => fault.Code == CelCodes.Unsupported) is { } left
            ? throw new LeftOutException(left.Message)
            : $"The expression was refused: {faults[0]}";

    private bool Flag(string name) => json.TryGetProperty(name, out var found) && found.GetBoolean();

    private CelType? DeducedType() =>
        json.TryGetProperty("typedResult", out var typed) && typed.TryGetProperty("deducedType", out var type)
            ? ConformanceTypes.Read(type)
            : null;

    /// <summary>The value wanted; null for an error.</summary>
    private CelValue? Expected()
    {
        if (json.TryGetProperty("evalError", out _) || json.TryGetProperty("anyEvalErrors", out _)) return null;
        if (json.TryGetProperty("unknown", out _) || json.TryGetProperty("anyUnknowns", out _))
        {
            throw new LeftOutException("partial evaluation with unknown values");
        }

        if (json.TryGetProperty("typedResult", out var typed))
        {
            return typed.TryGetProperty("result", out var result) ? ConformanceValues.Read(result) : CelValue.Null;
        }

        return json.TryGetProperty("value", out var value) ? ConformanceValues.Read(value) : CelValue.True;
    }

    private CelEnvironment Declare(out List<(string Name, CelValue Value)> values)
    {
        var environment = CelEnvironment.Standard;
        if (json.TryGetProperty("container", out var container)) environment = environment.In(container.GetString()!);
        foreach (var declared in ConformanceValues.Items(json, "typeEnv"))
        {
            var name = declared.GetProperty("name").GetString()!;
            if (IsConstant(name)) continue;
            if (declared.TryGetProperty("ident", out var ident))
            {
                environment = environment.Declare(name, ConformanceTypes.Read(ident.GetProperty("type")));
            }
            else if (declared.TryGetProperty("function", out var function))
            {
                var overloads = ConformanceValues.Items(function, "overloads").Select(Overload);
                environment = environment.Function(name, [.. overloads]);
            }
        }

        values = [];
        if (!json.TryGetProperty("bindings", out var bindings)) return environment;
        foreach (var binding in bindings.EnumerateObject())
        {
            values.Add((binding.Name, Bound(binding.Value)));
            var isMissing = Flag("disableCheck") && !IsConstant(binding.Name)
                && environment.FindVariable(binding.Name) is null;
            if (isMissing) environment = environment.Declare(binding.Name, CelType.Dyn);
        }

        return environment;
    }

    private static bool IsConstant(string name) => name is "true" or "false" or "null";

    private static CelValue Bound(JsonElement binding)
    {
        if (binding.TryGetProperty("value", out var value)) return ConformanceValues.Read(value);
        return binding.TryGetProperty("error", out _)
            ? CelValue.Fail(CelCodes.Argument, "The test binds an error")
            : throw new LeftOutException("partial evaluation with unknown values");
    }

    private static CelOverload Overload(JsonElement overload) => new(
        [.. ConformanceValues.Items(overload, "params").Select(ConformanceTypes.Read)],
        ConformanceTypes.Read(overload.GetProperty("resultType")),
        _ => CelValue.Fail(CelCodes.NoOverload, "The test gives this function no body"),
        overload.TryGetProperty("isInstanceFunction", out var method) && method.GetBoolean());

    private static CelFrame Values(CelEnvironment environment, List<(string Name, CelValue Value)> values)
    {
        var frame = environment.Frame();
        foreach (var (name, value) in values.Where(value => environment.FindVariable(value.Name) is not null))
        {
            frame.Set(name, value);
        }

        return frame;
    }
}
