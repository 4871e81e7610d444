namespace Heluo.Cel.Library;

/// <summary>Short spellings for the tables of the library.</summary>
internal static class Form
{
    public static readonly CelType A = CelType.Parameter("A");
    public static readonly CelType B = CelType.Parameter("B");

    public static Overload Function(string name, CelType[] parameters, CelType result, Body body) =>
        new(name, isMethod: false, parameters, result, body);

    public static Overload Method(string name, CelType[] parameters, CelType result, Body body) =>
        new(name, isMethod: true, parameters, result, body);

    public static CelValue Refuse(string message) => CelValue.Fail(CelCodes.Argument, message);

    public static CelValue Unfit(string message) =>
        CelValue.Fail(CelCodes.Conversion, $"Type conversion error: {message}");

    public static CelValue OutOfRange(string message) => CelValue.Fail(CelCodes.Range, $"Range error: {message}");
}
