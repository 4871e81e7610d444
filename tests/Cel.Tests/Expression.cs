namespace Heluo.Cel.Tests;

/// <summary>Short ways to compile and evaluate one expression.</summary>
internal static class Expression
{
    /// <summary>The value, or <c>!code</c> for an error of the evaluation, or <c>?code</c> for a refused
    /// source.</summary>
    public static string Answer(string source, params (string Name, CelType Type, CelValue Value)[] variables) =>
        Answer(CelBudget.Default, source, variables);

    public static string Answer(
        CelBudget budget, string source, params (string Name, CelType Type, CelValue Value)[] variables)
    {
        var environment = CelEnvironment.Standard;
        foreach (var (name, type, _) in variables) environment = environment.Declare(name, type);
        var compiled = environment.Compile(source);
        if (compiled.Program is not { } program) return Codes(compiled);
        var frame = environment.Frame();
        foreach (var (name, _, value) in variables) frame.Set(name, value);
        var result = program.Run(frame, budget);
        return result.Error is { } error ? $"!{error.Code}" : result.Value.ToJson();
    }

    /// <summary>The type, or the codes of the faults.</summary>
    public static string TypeOf(string source, params (string Name, CelType Type)[] variables)
    {
        var environment = CelEnvironment.Standard;
        foreach (var (name, type) in variables) environment = environment.Declare(name, type);
        var compiled = environment.Compile(source);
        return compiled.Program?.Type.ToString() ?? Codes(compiled);
    }

    private static string Codes(CelCompilation compiled) =>
        string.Join(' ', compiled.Faults.Select(fault => $"?{fault.Code}"));
}
