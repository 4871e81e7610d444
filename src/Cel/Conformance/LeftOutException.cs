namespace Heluo.Cel.Conformance;

/// <summary>A test needs what this implementation leaves out. Never leaves <see cref="CelConformance"/>.</summary>
internal sealed class LeftOutException(string message) : Exception(message);
