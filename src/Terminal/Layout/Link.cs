namespace Heluo.Terminal.Layout;

/// <summary>A place to go and what it is called.</summary>
/// <param name="Href">A local address.</param>
/// <param name="Label">The words of the link.</param>
public sealed record Link(string Href, string Label);
