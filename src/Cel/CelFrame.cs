namespace Heluo.Cel;

/// <summary>Values for the variables of one environment, by slot. Not safe for use by many threads.</summary>
public sealed class CelFrame
{
    private readonly CelEnvironment _environment;
    private readonly CelValue[] _values;

    internal CelFrame(CelEnvironment environment) =>
        (_environment, _values) = (environment, new CelValue[environment.Variables.Count]);

    /// <summary>The values, by slot.</summary>
    public ReadOnlySpan<CelValue> Values => _values;

    /// <summary>The value in a slot; of kind <see cref="CelKind.None"/> until it is set.</summary>
    public CelValue this[int slot]
    {
        get => _values[slot];
        set => _values[slot] = value;
    }

    /// <summary>Gives a variable its value. An undeclared name throws <see cref="KeyNotFoundException"/>.</summary>
    public CelFrame Set(string name, CelValue value)
    {
        var variable = _environment.FindVariable(name)
            ?? throw new KeyNotFoundException($"No variable is called '{name}'.");
        _values[variable.Slot] = value;
        return this;
    }

    /// <summary>Takes every value away.</summary>
    public void Clear() => Array.Clear(_values);
}
