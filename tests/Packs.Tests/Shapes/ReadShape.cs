using System.Text;

namespace Heluo.Packs.Tests;

/// <summary>Reads one YAML value with a shape.</summary>
internal static class ReadShape
{
    public static (T Value, string[] Codes) Read<T>(this Shape<T> shape, string yaml, params string[] languages)
    {
        var (value, faults) = shape.ReadAll(yaml, languages);
        return (value, [.. faults.Select(fault => fault.Code)]);
    }

    public static (T Value, PackFault[] Faults) ReadAll<T>(this Shape<T> shape, string yaml, params string[] languages)
    {
        var broken = new List<PackFault>();
        var node = YamlFile.Read("a.yaml", Encoding.UTF8.GetBytes(yaml), new NodeBudget(1000), broken);
        broken.ShouldBeEmpty();
        var faults = new PackFaults();
        var value = shape.Read(node!, new ShapeReading(faults, languages.Length == 0 ? ["en"] : [.. languages]));
        return (value, [.. faults.Sorted()]);
    }
}
