using System.Collections.Immutable;

namespace Heluo.Cel.Library;

/// <summary>Everything an environment declares.</summary>
internal sealed record Names
{
    public ImmutableList<CelVariable> Variables { get; init; } = [];

    public ImmutableDictionary<string, CelVariable> ByName { get; init; } =
        ImmutableDictionary.Create<string, CelVariable>(StringComparer.Ordinal);

    public required ImmutableDictionary<string, (CelType Type, CelValue Value)> Constants { get; init; }

    public required ImmutableDictionary<(string Name, bool IsMethod), Overload[]> Functions { get; init; }

    public CelLimits Limits { get; init; } = new();

    public string Container { get; init; } = "";

    public CelZones Zones { get; init; } = Library.Zones.OfMachine;

    /// <summary>Throws when a name is no name, or stands for something already.</summary>
    public void Guard(string name)
    {
        GuardForm(name);
        if (!ByName.ContainsKey(name) && !Constants.ContainsKey(name)) return;
        throw new ArgumentException($"'{name}' is declared already.", nameof(name));
    }

    /// <summary>Throws when no expression can write the name.</summary>
    public static void GuardForm(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length <= 200 && name.Split('.').All(IsName)) return;
        throw new ArgumentException($"'{name}' is not a name an expression can write.", nameof(name));
    }

    private static bool IsName(string part) => part.Length > 0 && !char.IsAsciiDigit(part[0])
        && part.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');
}
