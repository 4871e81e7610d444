using Heluo.Packs;

namespace Heluo.Hosting;

/// <summary>The reader that knows every kind of definition of every room.</summary>
internal static class Kinds
{
    public static PackReader Reader { get; } = new();
}
