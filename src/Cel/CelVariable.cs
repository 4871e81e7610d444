namespace Heluo.Cel;

/// <summary>A variable of an environment.</summary>
/// <param name="Name">Its name, which may have dots.</param>
/// <param name="Type">The type that its values have.</param>
/// <param name="Slot">Its place among the values given to a program, from 0.</param>
public sealed record CelVariable(string Name, CelType Type, int Slot);
