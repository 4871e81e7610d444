namespace Heluo.Kernel;

/// <summary>The name of a day off in both languages of the house.</summary>
/// <param name="Zh">Chinese name, as the notice writes it.</param>
/// <param name="En">English name.</param>
public sealed record DayName(string Zh, string En);
